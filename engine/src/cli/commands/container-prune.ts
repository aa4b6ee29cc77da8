import { pruneContainers } from "../../daemon/prune.ts";
import type { Command } from "../command.ts";
import { humanSize } from "../../core/size.ts";
import { labelFilter } from "../listing/label-filter.ts";
import { confirmed } from "../words/confirm.ts";

export const containerPrune: Command = {
  names: ["container prune"],
  usage: "[OPTIONS]",
  summary: "Remove all stopped containers",
  arity: [0, 0],
  flags: [
    {
      name: "filter",
      kind: "list",
      value: "filter",
      help: 'Provide filter values (e.g. "until=<timestamp>")',
    },
    { name: "force", short: "f", kind: "bool", help: "Do not prompt for confirmation" },
  ],
  run(call) {
    if (!confirmed(call, "WARNING! This will remove all stopped containers.")) return 0;
    const pass = labelFilter(call.all("filter"), call.daemon.state.time);
    if (typeof pass === "string") return call.fail(pass);
    const pruned = pruneContainers(call.daemon.state, pass);
    call.daemon.state = pruned.state;
    if (pruned.lines.length > 0) call.out(`Deleted Containers:\n${pruned.lines.join("\n")}\n\n`);
    call.out(`Total reclaimed space: ${humanSize(pruned.freed, 4)}\n`);
    return 0;
  },
};
