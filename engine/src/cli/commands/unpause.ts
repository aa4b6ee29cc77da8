import { thawed } from "../../daemon/lives/freeze-container.ts";
import { isUp } from "../../daemon/containers/container.ts";
import { replaceContainer } from "../../daemon/containers/find-container.ts";
import { containerEvent } from "../../daemon/events/container-event.ts";
import type { Command } from "../command.ts";
import { lookUp } from "../run/launch.ts";

export const unpause: Command = {
  names: ["unpause", "container unpause"],
  usage: "CONTAINER [CONTAINER...]",
  summary: "Unpause all processes within one or more containers",
  arity: [1, Infinity],
  flags: [],
  run(call) {
    let status = 0;
    for (const name of call.args) {
      const container = lookUp(call, name);
      const { state } = call.daemon;
      if (!container) status = 1;
      else if (!isUp(container, state.time) || !container.paused)
        status = call.fail(`Error response from daemon: Container ${container.id} is not paused`);
      else {
        call.daemon.state = containerEvent(
          replaceContainer(state, thawed(container, state.time)),
          container,
          "unpause",
        );
        call.out(`${name}\n`);
      }
    }
    return status;
  },
};
