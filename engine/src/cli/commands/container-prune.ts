import { pruneContainers } from "../../daemon/prune.ts";
import type { Command } from "../command.ts";
import { confirmed } from "../confirm.ts";

export const containerPrune: Command = {
  names: ["container prune"],
  usage: "[OPTIONS]",
  summary: "Remove all stopped containers",
  arity: [0, 0],
  flags: [
    { name: "filter", kind: "list", value: "filter", help: "", lacking: "remove only containers that match" },
    { name: "force", short: "f", kind: "bool", help: "Do not prompt for confirmation" },
  ],
  run(call) {
    if (!confirmed(call, "WARNING! This will remove all stopped containers.")) return 0;
    const pruned = pruneContainers(call.daemon.state);
    call.daemon.state = pruned.state;
    if (pruned.lines.length > 0) call.out(`Deleted Containers:\n${pruned.lines.join("\n")}\n\n`);
    call.out("Total reclaimed space: 0B\n");
    return 0;
  },
};
