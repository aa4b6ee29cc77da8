import type { Command } from "../command.ts";
import { builderPrune } from "../commands/builder-prune.ts";

/** `docker builder prune` as the client had it before the plugin: only `docker help` still tells of it. */
export const legacyPruneCommand: Command = {
  names: ["builder prune"],
  usage: "",
  summary: "Remove build cache",
  arity: [0, 0],
  flags: [
    { name: "all", short: "a", kind: "bool", help: "Remove all unused build cache, not just dangling ones" },
    {
      name: "filter",
      kind: "list",
      value: "filter",
      help: 'Provide filter values (e.g. "until=24h")',
    },
    { name: "force", short: "f", kind: "bool", help: "Do not prompt for confirmation" },
    { name: "keep-storage", kind: "string", value: "bytes", help: "Amount of disk space to keep for cache" },
  ],
  run: (call) => builderPrune.run(call),
};
