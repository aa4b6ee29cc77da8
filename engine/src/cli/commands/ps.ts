import { shortId } from "../../core/digest.ts";
import { humanSize } from "../../core/size.ts";
import {
  healthOf,
  type Container,
  type ContainerStatus,
  isUp,
  statusOf,
  treeAt,
} from "../../daemon/container.ts";
import { findImage } from "../../daemon/find-image.ts";
import { findContainer } from "../../daemon/find-container.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { layerSize } from "../../vfs/layer-tar.ts";
import { FORMAT_HELP } from "../format-help.ts";
import type { Call, Command } from "../command.ts";
import { commandText, portsText, statusText } from "../container-text.ts";
import { printRows } from "../rows.ts";
import { ellipsis } from "../text/table.ts";
import { ago, stamp } from "../time-text.ts";

const STATES = ["created", "running", "paused", "restarting", "removing", "exited", "dead"];

export const ps: Command = {
  names: ["ps", "container ls"],
  aliases: { "container list": "container ls", "container ps": "container ls" },
  usage: "[OPTIONS]",
  summary: "List containers",
  arity: [0, 0],
  flags: [
    { name: "all", short: "a", kind: "bool", shown: "shows just running", help: "Show all containers" },
    {
      name: "filter",
      short: "f",
      kind: "list",
      value: "filter",
      help: "Filter output based on conditions provided",
    },
    { name: "format", kind: "string", help: FORMAT_HELP },
    {
      name: "last",
      short: "n",
      kind: "int",
      default: "-1",
      help: "Show n last created containers (includes all states)",
    },
    {
      name: "latest",
      short: "l",
      kind: "bool",
      help: "Show the latest created container (includes all states)",
    },
    { name: "no-trunc", kind: "bool", help: "Don't truncate output" },
    { name: "quiet", short: "q", kind: "bool", help: "Only display container IDs" },
    { name: "size", short: "s", kind: "bool", help: "Display total file sizes" },
  ],
  run(call) {
    const { state } = call.daemon;
    const filters = call.all("filter");
    const last = call.on("latest") ? 1 : Number(call.get("last"));
    const any = call.on("all") || last > 0 || filters.some((filter) => /^(status|exited)=/.test(filter));
    let containers = state.containers
      .toReversed()
      .filter((one) => any || isUp(one, state.time) || statusOf(one, state.time) === "restarting");
    for (const filter of filters) {
      const pass = test(state, filter);
      if (typeof pass === "string") return call.fail(`Error response from daemon: ${pass}`);
      containers = containers.filter(pass);
    }
    if (last > 0) containers = containers.slice(0, last);
    const columns = [
      "ID",
      "Image",
      "Command",
      "RunningFor",
      "Status",
      "Ports",
      "Names",
      ...(call.on("size") ? ["Size"] : []),
    ];
    return printRows(
      call,
      {
        type: "*formatter.ContainerContext",
        headings: {
          Command: "COMMAND",
          CreatedAt: "CREATED AT",
          ID: "CONTAINER ID",
          Image: "IMAGE",
          Labels: "LABELS",
          LocalVolumes: "LOCAL VOLUMES",
          Mounts: "MOUNTS",
          Names: "NAMES",
          Networks: "NETWORKS",
          Ports: "PORTS",
          RunningFor: "CREATED",
          Size: "SIZE",
          State: "STATE",
          Status: "STATUS",
        },
        rows: containers.map((one) => row(call, state, one)),
        columns,
        quiet: "ID",
      },
      call.get("format"),
      call.on("quiet"),
    );
  },
};

function row(call: Call, state: DaemonState, container: Container): Record<string, string> {
  const whole = call.on("no-trunc");
  const now = state.time;
  const command = commandText(container);
  const needsSize = call.on("size") || call.get("format").includes(".Size");
  const size = needsSize ? layerSize(container.image.tree, treeAt(container, now)) : 0;
  return {
    Command: JSON.stringify(whole ? command : ellipsis(command, 20)),
    CreatedAt: stamp(container.created),
    ID: whole ? container.id : shortId(container.id),
    Image: imageName(state, container, whole),
    Labels: Object.entries(container.config.Labels ?? {})
      .map(([key, value]) => `${key}=${value}`)
      .join(","),
    LocalVolumes: String(container.options.mounts.filter(({ kind }) => kind === "volume").length),
    Mounts: container.options.mounts.map(({ source }) => (whole ? source : ellipsis(source, 15))).join(","),
    Names: container.name,
    Networks: networksOf(container).join(","),
    Ports: portsText(container, now),
    RunningFor: ago(now, container.created),
    Size: `${humanSize(size)} (virtual ${humanSize(container.image.size + size)})`,
    State: statusOf(container, now),
    Status: statusText(container, now),
  };
}

const networksOf = ({ endpoints, options }: Container): readonly string[] =>
  endpoints.length > 0 ? endpoints.map(({ network }) => network) : [options.network];

/** The name it was started by; the id once that name is gone or means another image. */
function imageName(state: DaemonState, container: Container, whole: boolean): string {
  const found = findImage(state, container.imageName);
  if (found === container.image)
    return /^[0-9a-f]{12,}$/.test(container.imageName) && !whole
      ? container.imageName.slice(0, 12)
      : container.imageName;
  return whole ? container.image.id : shortId(container.image.id);
}

/** The real one takes a regular expression; here `^` and `$` at the ends, everything else as it stands. */
function nameMatches(pattern: string, name: string): boolean {
  const text = pattern.replace(/^[/^]+|\$$/g, "");
  if (pattern.startsWith("^") && pattern.endsWith("$")) return name === text;
  if (pattern.startsWith("^")) return name.startsWith(text);
  return pattern.endsWith("$") ? name.endsWith(text) : name.includes(text);
}

/** A filter as a test of a container, or why it is none. */
function test(state: DaemonState, filter: string): ((container: Container) => boolean) | string {
  const at = filter.indexOf("=");
  if (at < 0) return `invalid filter '${filter}'`;
  const [key, value] = [filter.slice(0, at), filter.slice(at + 1)];
  switch (key) {
    case "status":
      if (!STATES.includes(value))
        return `invalid filter 'status=${value}': invalid value for state (${value}): must be one of ${STATES.join(", ")}`;
      return (one) => statusOf(one, state.time) === (value as ContainerStatus);
    case "name":
      return (one) => nameMatches(value, one.name);
    case "id":
      return (one) => one.id.startsWith(value);
    case "exited":
      return (one) => statusOf(one, state.time) === "exited" && one.life?.end?.exitCode === Number(value);
    case "ancestor": {
      const image = findImage(state, value);
      const layers = "error" in image ? undefined : image.layers;
      return (one) =>
        one.image === image ||
        (layers !== undefined &&
          layers.length <= one.image.layers.length &&
          layers.every((layer, i) => layer === one.image.layers[i]));
    }
    case "label": {
      const [name = "", wanted] = value.split(/=(.*)/s);
      return ({ config }) =>
        Object.hasOwn(config.Labels ?? {}, name) &&
        (wanted === undefined || config.Labels?.[name] === wanted);
    }
    case "publish":
    case "expose":
      return (one) =>
        key === "publish"
          ? one.published.some(({ host }) => String(host) === value.split("/")[0])
          : Object.keys(one.config.ExposedPorts ?? {}).some(
              (port) => port.split("/")[0] === value.split("/")[0],
            );
    case "volume":
      return (one) => one.options.mounts.some(({ source, target }) => source === value || target === value);
    case "network":
      return (one) =>
        one.endpoints.some(({ network, networkId }) => network === value || networkId.startsWith(value));
    case "before":
    case "since": {
      const other = findContainer(state, value);
      if ("error" in other) return other.error;
      return (one) => (key === "before" ? one.created < other.created : one.created > other.created);
    }
    case "health":
      return (one) =>
        (isUp(one, state.time) && healthOf(one)?.status) === value || (value === "none" && !healthOf(one));
    case "is-task":
      return () => value === "false";
    default:
      return `invalid filter '${key}'`;
  }
}
