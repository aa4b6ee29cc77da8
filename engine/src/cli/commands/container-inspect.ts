import { findContainer } from "../../daemon/containers/find-container.ts";
import { inspectContainer } from "../../daemon/containers/inspect-container.ts";
import { INSPECT_FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { inspectObjects } from "../inspect/inspect-objects.ts";

export const containerInspect: Command = {
  names: ["container inspect"],
  usage: "[OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Display detailed information on one or more containers",
  arity: [1, Infinity],
  flags: [
    { name: "format", short: "f", kind: "string", help: INSPECT_FORMAT_HELP },
    { name: "size", short: "s", kind: "bool", help: "Display total file sizes" },
  ],
  run: (call) =>
    inspectObjects(call, (name) => {
      const container = findContainer(call.daemon.state, name);
      return "error" in container
        ? { error: `Error response from daemon: ${container.error}` }
        : inspectContainer(call.daemon.state, container, call.on("size"));
    }),
};
