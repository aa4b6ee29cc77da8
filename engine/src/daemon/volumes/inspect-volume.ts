import type { Json } from "../../core/json.ts";
import { isoTime } from "../../core/iso-time.ts";
import type { Volume } from "./volume.ts";

/** `docker volume inspect`. */
export const inspectVolume = (dataRoot: string, volume: Volume): Readonly<Record<string, Json>> => ({
  CreatedAt: isoTime(Math.floor(volume.created / 1000) * 1000),
  Driver: "local",
  Labels: Object.keys(volume.labels).length > 0 ? volume.labels : null,
  Mountpoint: `${dataRoot}/volumes/${volume.name}/_data`,
  Name: volume.name,
  Options: volume.options
    ? Object.fromEntries(Object.entries(volume.options).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : null,
  Scope: "local",
});
