import { findContainer } from "../../daemon/containers/find-container.ts";
import { containerEvent } from "../../daemon/events/container-event.ts";
import { PATIENCE, stopContainer } from "../../daemon/containers/stop-container.ts";
import type { Command } from "../command.ts";
import { surroundings } from "../run/station-mounts.ts";
import { launch, lookUp } from "../run/launch.ts";

export const restart: Command = {
  names: ["restart", "container restart"],
  usage: "[OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Restart one or more containers",
  arity: [1, Infinity],
  flags: [
    { name: "signal", short: "s", kind: "string", help: "Signal to send to the container" },
    { name: "time", hidden: true, kind: "int", help: "Seconds to wait before killing the container" },
    { name: "timeout", short: "t", kind: "int", help: "Seconds to wait before killing the container" },
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
      call.daemon.state = stopContainer(
        call.daemon.state,
        container,
        Number(call.get("timeout") || call.get("time") || (container.options.stopTimeout ?? PATIENCE)),
        surroundings(call),
        call.get("signal"),
      );
      const stopped = findContainer(call.daemon.state, container.id);
      if ("error" in stopped) continue;
      const started = launch(call, stopped, false, undefined);
      if (typeof started === "number") {
        call.daemon.state = containerEvent(call.daemon.state, container, "restart");
        call.out(`${name}\n`);
      } else {
        const why = started.error.replace("Error response from daemon: ", "");
        status = call.fail(`Error response from daemon: Cannot restart container ${name}: ${why}`);
      }
    }
    return status;
  },
};
