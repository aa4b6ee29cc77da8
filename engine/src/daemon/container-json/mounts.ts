import type { Json } from "../../core/json.ts";
import type { Container, Mount } from "../containers/container.ts";

/** Mounts of `docker inspect`; `--tmpfs` is none of them (moby container/container_unix.go, GetMountPoints). */
export const mountsJson = (dataRoot: string, { options }: Container): readonly Json[] =>
  options.mounts.filter(({ ofFlag }) => ofFlag !== true).map((mount) => mountJson(dataRoot, mount));

const mountJson = (dataRoot: string, mount: Mount): Json => ({
  Type: mount.kind,
  ...(mount.kind === "volume" && { Name: mount.source }),
  Source: mount.kind === "volume" ? `${dataRoot}/volumes/${mount.source}/_data` : mount.source,
  Destination: mount.target,
  ...(mount.kind === "volume" && { Driver: "local" }),
  Mode: mount.mode ?? "",
  RW: !mount.readOnly,
  Propagation: mount.propagation ?? (mount.kind === "bind" ? "rprivate" : ""),
});
