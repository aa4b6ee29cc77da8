import { shortId } from "../../core/digest.ts";
import { humanSize } from "../../core/size.ts";
import { type Container, statusOf, treeAt } from "../../daemon/containers/container.ts";
import { findImage } from "../../daemon/images/find-image.ts";
import { namesByLinks } from "../../daemon/networks/links.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { layerSize } from "../../vfs/layer-tar.ts";
import { commandText, portsText, statusText } from "./container-text.ts";
import { ellipsis } from "../text/table.ts";
import { NIL, type Value } from "../template/value.ts";
import { ago, stamp } from "./time-text.ts";

export const CONTAINER_HEADINGS: Readonly<Record<string, string>> = {
  Command: "COMMAND",
  CreatedAt: "CREATED AT",
  ID: "CONTAINER ID",
  Image: "IMAGE",
  Labels: "LABELS",
  LocalVolumes: "LOCAL VOLUMES",
  Mounts: "MOUNTS",
  Names: "NAMES",
  Platform: "PLATFORM",
  Networks: "NETWORKS",
  Ports: "PORTS",
  RunningFor: "CREATED",
  Size: "SIZE",
  State: "STATE",
  Status: "STATUS",
};

/**
 * A container as a row (docker/cli formatter/container.go): `whole` cuts nothing; `measured` looks how much it has written,
 * which is 0 otherwise; `own` leaves out what its image weighs.
 */
export function containerRow(
  state: DaemonState,
  container: Container,
  { whole, measured, own }: { readonly whole: boolean; readonly measured: boolean; readonly own?: boolean },
): Record<string, Value> {
  const now = state.time;
  const command = commandText(container);
  const size = measured ? layerSize(container.image.tree, treeAt(container, now)) : 0;
  const all = measured && !own ? ` (virtual ${humanSize(container.image.size + size)})` : "";
  return {
    Command: JSON.stringify(whole ? command : ellipsis(command, 20)),
    CreatedAt: stamp(container.created),
    ID: whole ? container.id : shortId(container.id),
    Image: imageName(state, container, whole),
    Labels: Object.entries(container.config.Labels ?? {})
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join(","),
    LocalVolumes: String(container.options.mounts.filter(({ kind }) => kind === "volume").length),
    Mounts: container.options.mounts.map(({ source }) => (whole ? source : ellipsis(source, 15))).join(","),
    Names: whole ? [container.name, ...namesByLinks(state, container)].sort().join(",") : container.name,
    Networks: networksOf(container).join(","),
    // Without the containerd store a container has none.
    Platform: NIL,
    Ports: portsText(container, now),
    RunningFor: ago(now, container.created),
    Size: `${humanSize(size)}${all}`,
    State: statusOf(container, now),
    Status: statusText(container, now),
  };
}

const networksOf = ({ endpoints, options }: Container): readonly string[] =>
  endpoints.length > 0 || options.network.startsWith("container:")
    ? endpoints.map(({ network }) => network)
    : [options.network];

/** The name it was started by; the id once that name is gone or means another image. */
function imageName(state: DaemonState, container: Container, whole: boolean): string {
  const found = findImage(state, container.imageName);
  if (found === container.image)
    return /^[0-9a-f]{12,}$/.test(container.imageName) && !whole
      ? container.imageName.slice(0, 12)
      : container.imageName;
  return whole ? container.image.id : shortId(container.image.id);
}
