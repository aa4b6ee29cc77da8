import { frozen } from "../../daemon/lives/freeze-container.ts";
import { isUp } from "../../daemon/containers/container.ts";
import { replaceContainer } from "../../daemon/containers/find-container.ts";
import { containerEvent } from "../../daemon/events/container-event.ts";
import type { Command } from "../command.ts";
import { lookUp } from "../run/launch.ts";

export const pause: Command = {
  names: ["pause", "container pause"],
  usage: "CONTAINER [CONTAINER...]",
  summary: "Pause all processes within one or more containers",
  arity: [1, Infinity],
  flags: [],
  run(call) {
    let status = 0;
    for (const name of call.args) {
      const container = lookUp(call, name);
      const { state } = call.daemon;
      if (!container) status = 1;
      else if (!isUp(container, state.time))
        status = call.fail(`Error response from daemon: container ${container.id} is not running`);
      else if (container.paused)
        status = call.fail(`Error response from daemon: Container ${container.id} is already paused`);
      else {
        call.daemon.state = containerEvent(
          replaceContainer(state, frozen(container, state.time)),
          container,
          "pause",
        );
        call.out(`${name}\n`);
      }
    }
    return status;
  },
};
