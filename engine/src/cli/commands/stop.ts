import { PATIENCE, stopContainer } from "../../daemon/containers/stop-container.ts";
import { isUp } from "../../daemon/containers/container.ts";
import { signalProblem } from "../../daemon/containers/signal-problem.ts";
import type { Command } from "../command.ts";
import { surroundings } from "../run/station-mounts.ts";
import { lookUp, sweep } from "../run/launch.ts";

export const stop: Command = {
  names: ["stop", "container stop"],
  usage: "[OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Stop one or more running containers",
  arity: [1, Infinity],
  flags: [
    { name: "time", hidden: true, kind: "int", help: "Seconds to wait before killing the container" },
    { name: "timeout", short: "t", kind: "int", help: "Seconds to wait before killing the container" },
    { name: "signal", short: "s", kind: "string", help: "Signal to send to the container" },
  ],
  run(call) {
    let status = 0;
    if (call.all("time").length > 0) call.out("Flag --time has been deprecated, use --timeout instead\n");
    for (const name of call.args) {
      const container = lookUp(call, name);
      if (!container) {
        status = 1;
        continue;
      }
      const problem = call.get("signal") === "" ? undefined : signalProblem(call.get("signal"));
      if (problem !== undefined && isUp(container, call.daemon.state.time)) {
        status = call.fail(`Error response from daemon: cannot stop container: ${name}: ${problem}`);
        continue;
      }
      call.daemon.state = stopContainer(
        call.daemon.state,
        container,
        Number(call.get("timeout") || call.get("time") || (container.options.stopTimeout ?? PATIENCE)),
        surroundings(call),
        call.get("signal"),
      );
      call.out(`${name}\n`);
    }
    sweep(call);
    return status;
  },
};
