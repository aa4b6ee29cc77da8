import { type ContainerStatus, healthOf, isUp, statusOf, type Container } from "../../daemon/container.ts";
import { findImage } from "../../daemon/find-image.ts";
import { findContainer } from "../../daemon/find-container.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { FORMAT_HELP } from "../format-help.ts";
import type { Command } from "../command.ts";
import { CONTAINER_HEADINGS, containerRow } from "../container-row.ts";
import { printRows } from "../rows.ts";

const RAW =
  "container_id: {{.ID}}\nimage: {{.Image}}\ncommand: {{.Command}}\ncreated_at: {{.CreatedAt}}\nstate: {{- pad .State 1 0}}\nstatus: {{- pad .Status 1 0}}\nnames: {{.Names}}\nlabels: {{- pad .Labels 1 0}}\nports: {{- pad .Ports 1 0}}\n";
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
    if (call.on("quiet") && call.get("format") !== "")
      call.err("WARNING: Ignoring custom format, because both --format and --quiet are set.\n");
    const whole = call.on("no-trunc");
    const measured = call.on("size") || call.get("format").includes(".Size");
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
        headings: CONTAINER_HEADINGS,
        rows: containers.map((one) => containerRow(state, one, { whole, measured })),
        labels: containers.map((one) => one.config.Labels ?? {}),
        columns,
        quiet: "ID",
        quietWins: true,
        raw: { all: `${RAW}${call.on("size") ? "size: {{.Size}}\n" : ""}`, quiet: "container_id: {{.ID}}" },
      },
      call.get("format"),
      call.on("quiet"),
    );
  },
};

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
