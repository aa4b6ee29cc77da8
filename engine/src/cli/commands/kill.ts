import { isUp, statusOf } from "../../daemon/containers/container.ts";
import { findContainer } from "../../daemon/containers/find-container.ts";
import { killContainer, stopContainer } from "../../daemon/containers/stop-container.ts";
import type { Command } from "../command.ts";
import { surroundings } from "../run/station-mounts.ts";
import { signalProblem } from "../../daemon/containers/signal-problem.ts";
import { sweep } from "../run/launch.ts";

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
      const refuse = (problem: string): number =>
        call.fail(`Error response from daemon: cannot kill container: ${name}: ${problem}`);
      const container = findContainer(call.daemon.state, name);
      const problem = signalProblem(signal);
      if (problem !== undefined) status = refuse(problem);
      else if ("error" in container) status = refuse(container.error);
      else if (
        statusOf(container, call.daemon.state.time) === "restarting" &&
        /^(?:SIG)?(?:KILL|TERM)$|^(?:9|15)$/i.test(signal)
      ) {
        // Between two lives there is nobody to be sent a signal: it is not started again (moby daemon/kill.go).
        call.daemon.state = stopContainer(call.daemon.state, container, 0, surroundings(call));
        call.out(`${name}\n`);
      } else if (!isUp(container, call.daemon.state.time))
        status = refuse(`container ${container.id} is not running`);
      else {
        call.daemon.state = killContainer(call.daemon.state, container, signal, surroundings(call));
        call.out(`${name}\n`);
      }
    }
    sweep(call);
    return status;
  },
};
