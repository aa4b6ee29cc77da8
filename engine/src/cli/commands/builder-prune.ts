import { humanSize } from "../../core/size.ts";
import { pruneCache } from "../../daemon/prune.ts";
import type { Command } from "../command.ts";
import { cacheTable } from "../cache-table.ts";
import { confirmed } from "../confirm.ts";

export const builderPrune: Command = {
  names: ["builder prune", "buildx prune"],
  usage: "[OPTIONS]",
  summary: "Remove build cache",
  arity: [0, 0],
  flags: [
    { name: "all", short: "a", kind: "bool", help: "Remove all unused build cache, not just dangling ones" },
    {
      name: "filter",
      kind: "list",
      value: "filter",
      help: 'Provide filter values (e.g. "until=24h")',
      lacking: "remove only what matches",
    },
    { name: "force", short: "f", kind: "bool", help: "Do not prompt for confirmation" },
    {
      name: "keep-storage",
      kind: "string",
      value: "bytes",
      help: "Amount of disk space to keep for cache",
      lacking: "keep that much of the cache",
    },
  ],
  run(call) {
    const all = call.on("all");
    const what = all ? "all build cache" : "all dangling build cache";
    if (!confirmed(call, `WARNING! This will remove ${what}.`)) return 0;
    const { state, gone } = pruneCache(call.daemon.state, all);
    call.daemon.state = state;
    call.out(`${cacheTable(gone)}Total:\t${humanSize(gone.reduce((sum, { size }) => sum + size, 0))}\n`);
    return 0;
  },
};
