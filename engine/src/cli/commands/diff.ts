import { treeAt } from "../../daemon/container.ts";
import { diff as changesOf } from "../../vfs/diff.ts";
import type { Command } from "../command.ts";
import { lookUp } from "../launch.ts";

export const diff: Command = {
  names: ["diff", "container diff"],
  usage: "CONTAINER",
  summary: "Inspect changes to files or directories on a container's filesystem",
  arity: [1, 1],
  flags: [],
  run(call) {
    const container = lookUp(call, call.args[0] ?? "");
    if (!container) return 1;
    const tree = treeAt(container, call.daemon.state.time);
    for (const { kind, path } of changesOf(container.image.tree, tree)) {
      if (path === "" || path === "/") continue;
      call.out(`${kind} ${path.startsWith("/") ? path : `/${path}`}\n`);
    }
    return 0;
  },
};
