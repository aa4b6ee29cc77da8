import { statusOf } from "../../daemon/containers/container.ts";
import type { Command } from "../command.ts";
import { lookUp } from "../run/launch.ts";
import { processesOf, type ProcessRow } from "../follow/processes.ts";
import { tabulate } from "../text/table.ts";

const COLUMNS: readonly (keyof ProcessRow)[] = ["UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"];

export const top: Command = {
  names: ["top", "container top"],
  usage: "CONTAINER [ps OPTIONS]",
  summary: "Display the running processes of a container",
  arity: [1, Infinity],
  flags: [],
  interspersed: false,
  run(call) {
    const [name = "", ...options] = call.args;
    const container = lookUp(call, name);
    if (!container) return 1;
    const status = statusOf(container, call.daemon.state.time);
    if (status !== "running")
      return call.fail(
        `Error response from daemon: container ${container.id} is ${status === "paused" ? "paused" : "not running"}`,
      );
    if (options.length > 0 && options.join(" ") !== "-ef")
      return call.fail(
        `Drydock lists the columns of ps -ef only. The real one would run ps ${options.join(" ")} on its machine.`,
        125,
      );
    const rows = processesOf(container).map((row) => COLUMNS.map((column) => row[column]));
    // The client's own table has wide columns (docker/cli cli/command/container/top.go).
    call.out(`${tabulate([COLUMNS, ...rows].map((row) => row.join("\t")).join("\n"), 20)}\n`);
    return 0;
  },
};
