import { shortId } from "../../core/digest.ts";
import { binarySize } from "../../core/binary-size.ts";
import { isEngineError } from "../../core/engine-error.ts";
import { type Container, isUp } from "../../daemon/containers/container.ts";
import { findContainer } from "../../daemon/containers/find-container.ts";
import { SIMULATED_MACHINE } from "../../shell/simulated-machine.ts";
import { FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { processesOf } from "../follow/processes.ts";
import { printRows } from "../listing/rows.ts";

/** What the client shows where it has no figure. */
const UNKNOWN = "--";
/** Figures of a simulated program that nobody knows. */
const NOT_MEASURED = /CPUPerc|MemUsage|MemPerc|NetIO|BlockIO/;

export const stats: Command = {
  names: ["stats", "container stats"],
  usage: "[OPTIONS] [CONTAINER...]",
  summary: "Display a live stream of container(s) resource usage statistics",
  arity: [0, Infinity],
  flags: [
    { name: "all", short: "a", kind: "bool", shown: "shows just running", help: "Show all containers" },
    { name: "format", kind: "string", help: FORMAT_HELP },
    { name: "no-stream", kind: "bool", help: "Disable streaming stats and only pull the first result" },
    { name: "no-trunc", kind: "bool", help: "Do not truncate output" },
  ],
  run(call) {
    const { state } = call.daemon;
    const isRunning = (one: Container): boolean => isUp(one, state.time);
    const found = call.args.map((name) => ({ name, container: findContainer(state, name) }));
    const missing = found.flatMap(({ container }) => ("error" in container ? [container.error] : []));
    if (missing.length > 0)
      return call.fail(missing.map((error) => `Error response from daemon: ${error}`).join("\n"));
    const named = found.flatMap(({ name, container }) => ("error" in container ? [] : [{ name, container }]));
    const listed =
      call.args.length > 0
        ? named
        : state.containers
            .toReversed()
            .filter((one) => call.on("all") || isRunning(one))
            .map((container) => ({ name: container.id, container }));
    const status = printRows(
      call,
      {
        type: "*container.statsContext",
        headings: {
          BlockIO: "BLOCK I/O",
          CPUPerc: "CPU %",
          Container: "CONTAINER",
          ID: "CONTAINER ID",
          MemPerc: "MEM %",
          MemUsage: "MEM USAGE / LIMIT",
          Name: "NAME",
          NetIO: "NET I/O",
          PIDs: "PIDS",
        },
        rows: listed.map(({ name, container }) => ({
          ...figures(container, isRunning(container)),
          Container: name,
          ID: call.on("no-trunc") ? container.id : shortId(container.id),
          Name: container.name,
        })),
        columns: ["ID", "Name", "CPUPerc", "MemUsage", "MemPerc", "NetIO", "BlockIO", "PIDs"],
        quiet: "ID",
      },
      call.get("format"),
    );
    if (status !== 0) return status;
    const format = call.get("format");
    const asks = format === "" || /^(?:table|json)$/.test(format) || NOT_MEASURED.test(format);
    if (asks && listed.some(({ container }) => isRunning(container)))
      call.err(
        `Drydock: no simulated program has a CPU, memory or traffic of its own, so ${UNKNOWN} stands in these columns. The real one would measure them.\n`,
      );
    if (call.on("no-stream")) return 0;
    call.err("Drydock: `docker stats` would show this anew each second until Ctrl-C: add --no-stream.\n");
    return 130;
  },
};

/** A container that is not up uses nothing. */
function figures(container: Container, running: boolean): Record<string, string> {
  if (!running)
    return {
      BlockIO: "0B / 0B",
      CPUPerc: "0.00%",
      MemPerc: "0.00%",
      MemUsage: "0B / 0B",
      NetIO: "0B / 0B",
      PIDs: "0",
    };
  const limit = container.options.memory || SIMULATED_MACHINE.memory * 1024;
  return {
    BlockIO: UNKNOWN,
    CPUPerc: UNKNOWN,
    MemPerc: UNKNOWN,
    MemUsage: `${UNKNOWN} / ${binarySize(limit)}`,
    NetIO: UNKNOWN,
    PIDs: processCount(container),
  };
}

function processCount(container: Container): string {
  try {
    return String(processesOf(container).length);
  } catch (error) {
    if (!isEngineError(error, "NOT_SIMULATED")) throw error;
    return UNKNOWN;
  }
}
