import { pruneVolumes } from "../../daemon/prune.ts";
import { humanSize } from "../../core/size.ts";
import type { Command } from "../command.ts";
import { confirmed } from "../words/confirm.ts";
import { labelFilter } from "../listing/label-filter.ts";

export const volumePrune: Command = {
  names: ["volume prune"],
  usage: "[OPTIONS]",
  summary: "Remove unused local volumes",
  arity: [0, 0],
  flags: [
    { name: "all", short: "a", kind: "bool", help: "Remove all unused volumes, not just anonymous ones" },
    { name: "filter", kind: "list", value: "filter", help: 'Provide filter values (e.g. "label=<label>")' },
    { name: "force", short: "f", kind: "bool", help: "Do not prompt for confirmation" },
  ],
  run(call) {
    const filters = call.all("filter");
    const all = call.on("all") || filters.some((text) => /^all=(?:1|true)$/.test(text));
    const pass = labelFilter(filters.filter((text) => !text.startsWith("all=")));
    if (typeof pass === "string") return call.fail(pass);
    const warning = all
      ? "WARNING! This will remove all local volumes not used by at least one container."
      : "WARNING! This will remove anonymous local volumes not used by at least one container.";
    if (!confirmed(call, warning)) return 0;
    const pruned = pruneVolumes(call.daemon.state, all, pass);
    call.daemon.state = pruned.state;
    if (pruned.lines.length > 0) call.out(`Deleted Volumes:\n${pruned.lines.join("\n")}\n\n`);
    call.out(`Total reclaimed space: ${humanSize(pruned.freed, 4)}\n`);
    return 0;
  },
};
