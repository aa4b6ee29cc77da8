import { isUp } from "../../daemon/container.ts";
import { killContainer } from "../../daemon/stop-container.ts";
import type { Command } from "../command.ts";
import { surroundings } from "../station-mounts.ts";
import { signalProblem } from "../../daemon/signal-problem.ts";
import { lookUp, sweep } from "../launch.ts";

export const kill: Command = {
  names: ["kill", "container kill"],
  usage: "[OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Kill one or more running containers",
  arity: [1, Infinity],
  flags: [{ name: "signal", short: "s", kind: "string", help: "Signal to send to the container" }],
  run(call) {
    let status = 0;
    const signal = call.get("signal") || "KILL";
    for (const name of call.args) {
      const container = lookUp(call, name);
      if (!container) status = 1;
      else if (!isUp(container, call.daemon.state.time)) {
        status = call.fail(
          `Error response from daemon: cannot kill container: ${name}: container ${container.id} is not running`,
        );
      } else if (signalProblem(signal) !== undefined) {
        status = call.fail(
          `Error response from daemon: cannot kill container: ${name}: ${signalProblem(signal)}`,
        );
      } else {
        call.daemon.state = killContainer(call.daemon.state, container, signal, surroundings(call));
        call.out(`${name}\n`);
      }
    }
    sweep(call);
    return status;
  },
};
