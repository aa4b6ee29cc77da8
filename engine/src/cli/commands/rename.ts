import { nameProblem } from "../../daemon/containers/container-name.ts";
import { containerEvent } from "../../daemon/events/container-event.ts";
import type { Container } from "../../daemon/containers/container.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { findContainer, replaceContainer } from "../../daemon/containers/find-container.ts";
import type { Command } from "../command.ts";

export const rename: Command = {
  names: ["rename", "container rename"],
  usage: "CONTAINER NEW_NAME",
  summary: "Rename a container",
  arity: [2, 2],
  flags: [],
  run(call) {
    const [old = "", typed = ""] = call.args;
    if (old.trim() === "" || typed.trim() === "")
      return call.fail("Error: Neither old nor new names may be empty");
    const { state } = call.daemon;
    const container = findContainer(state, old);
    const name = typed.replace(/^\//, "");
    const problem = "error" in container ? container.error : renameProblem(state, container, name);
    if (problem !== undefined || "error" in container)
      return call.fail(
        `Error response from daemon: ${problem}\nError: failed to rename container named ${old}`,
      );
    const renamed = { ...container, name };
    call.daemon.state = containerEvent(replaceContainer(state, renamed), renamed, "rename", {
      oldName: `/${container.name}`,
    });
    return 0;
  },
};

/** Why a container cannot have that name (moby daemon/rename.go). */
function renameProblem(state: DaemonState, container: Container, name: string): string | undefined {
  if (name === container.name) return "Renaming a container with the same name as its current name";
  const bad = nameProblem(`/${name}`);
  if (bad !== undefined) return `Error when allocating new name: ${bad}`;
  const taken = state.containers.find((one) => one.name === name);
  return (
    taken &&
    `Error when allocating new name: Conflict. The container name "/${name}" is already in use by container ${JSON.stringify(taken.id)}. You have to remove (or rename) that container to be able to reuse that name.`
  );
}
