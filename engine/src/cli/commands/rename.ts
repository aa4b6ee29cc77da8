import { nameProblem } from "../../daemon/container-name.ts";
import { containerEvent } from "../../daemon/events/container-event.ts";
import { replaceContainer } from "../../daemon/find-container.ts";
import type { Command } from "../command.ts";
import { lookUp } from "../launch.ts";

export const rename: Command = {
  names: ["rename", "container rename"],
  usage: "CONTAINER NEW_NAME",
  summary: "Rename a container",
  arity: [2, 2],
  flags: [],
  run(call) {
    const [old = "", name = ""] = call.args;
    const container = lookUp(call, old);
    if (!container) return 1;
    const { state } = call.daemon;
    const problem = nameProblem(name);
    if (problem !== undefined) return call.fail(`Error response from daemon: ${problem}`);
    const taken = state.containers.find((one) => one.name === name);
    if (taken) {
      return call.fail(
        `Error response from daemon: Conflict. The container name "/${name}" is already in use by container "${taken.id}". You have to remove (or rename) that container to be able to reuse that name.`,
      );
    }
    const renamed = { ...container, name };
    call.daemon.state = containerEvent(replaceContainer(state, renamed), renamed, "rename", {
      oldName: `/${container.name}`,
    });
    return 0;
  },
};
