import { isUp, statusOf } from "../../daemon/containers/container.ts";
import { FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { CONTAINER_HEADINGS, containerRow } from "../listing/container-row.ts";
import { containerFilter } from "../listing/container-filter.ts";
import { printRows } from "../listing/rows.ts";
import { compileTemplate } from "../template/template.ts";
import { Row } from "../template/value.ts";

const RAW =
  "container_id: {{.ID}}\nimage: {{.Image}}\ncommand: {{.Command}}\ncreated_at: {{.CreatedAt}}\nstate: {{- pad .State 1 0}}\nstatus: {{- pad .Status 1 0}}\nnames: {{.Names}}\nlabels: {{- pad .Labels 1 0}}\nports: {{- pad .Ports 1 0}}\n";

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
    const wrong = formatProblem(call.get("format"));
    if (wrong !== undefined) return call.fail(wrong);
    const filters = call.all("filter");
    const last = call.on("latest") ? 1 : Number(call.get("last"));
    const any = call.on("all") || last > 0 || filters.some((filter) => /^(status|exited)=/.test(filter));
    let containers = state.containers
      .toReversed()
      .filter((one) => any || isUp(one, state.time) || statusOf(one, state.time) === "restarting");
    const pass = containerFilter(state, filters);
    if (typeof pass === "string") return call.fail(`Error response from daemon: ${pass}`);
    containers = containers.filter(pass);
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

/** The client tries a template before it asks the engine (docker/cli cli/command/container/list.go). */
function formatProblem(format: string): string | undefined {
  if (format === "" || format.startsWith("table") || format === "raw" || format === "json") return undefined;
  const template = compileTemplate(format);
  if ("error" in template) return `failed to parse template: ${template.error}`;
  const row = new Row("*formatter.ContainerContext", CONTAINER_HEADINGS, { Label: () => "" });
  const { error } = template.render(row);
  return error === undefined ? undefined : `failed to execute template: ${error}`;
}
