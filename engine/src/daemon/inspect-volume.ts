import { isoTime } from "../core/iso-time.ts";
import type { Volume } from "./volume.ts";

/** `docker volume inspect`. */
export const inspectVolume = (volume: Volume): Readonly<Record<string, string | null>> => ({
  CreatedAt: isoTime(Math.floor(volume.created / 1000) * 1000),
  Driver: "local",
  Labels: null,
  Mountpoint: `/var/lib/docker/volumes/${volume.name}/_data`,
  Name: volume.name,
  Options: null,
  Scope: "local",
});
