import { isUp } from "../../daemon/containers/container.ts";
import { findContainer } from "../../daemon/containers/find-container.ts";
import { removalProblem, removeContainer } from "../../daemon/containers/remove-container.ts";
import { killContainer } from "../../daemon/containers/stop-container.ts";
import type { Command } from "../command.ts";
import { surroundings } from "../run/station-mounts.ts";

export const rm: Command = {
  names: ["rm", "container rm"],
  aliases: { "container remove": "container rm" },
  usage: "[OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Remove one or more containers",
  arity: [1, Infinity],
  flags: [
    {
      name: "force",
      short: "f",
      kind: "bool",
      help: "Force the removal of a running container (uses SIGKILL)",
    },
    {
      name: "volumes",
      short: "v",
      kind: "bool",
      help: "Remove anonymous volumes associated with the container",
    },
    {
      name: "link",
      short: "l",
      kind: "bool",
      help: "Remove the specified link",
      lacking: "remove a link between containers",
    },
  ],
  run(call) {
    const problems: string[] = [];
    let fatal = false;
    for (const name of call.args) {
      const container = findContainer(call.daemon.state, name);
      const problem =
        "error" in container
          ? container.error
          : call.on("force")
            ? undefined
            : removalProblem(call.daemon.state, container);
      if (problem !== undefined || "error" in container) {
        problems.push(`Error response from daemon: ${problem ?? ""}`);
        fatal ||= !(call.on("force") && "error" in container);
        continue;
      }
      // What still runs is killed first, and the events tell of it [measured on Docker 28.5.2].
      if (isUp(container, call.daemon.state.time))
        call.daemon.state = killContainer(call.daemon.state, container, "KILL", surroundings(call));
      call.daemon.state = removeContainer(
        call.daemon.state,
        container,
        call.on("volumes") || container.options.autoRemove,
      );
      call.out(`${name}\n`);
    }
    if (problems.length > 0) call.fail(problems.join("\n"));
    return fatal ? 1 : 0;
  },
};
