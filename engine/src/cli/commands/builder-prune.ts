import { humanSize } from "../../core/size.ts";
import { cacheRecords, ownBytes } from "../../daemon/cache/cache-records.ts";
import { pruneCache } from "../../daemon/cache/prune-cache.ts";
import { SIMULATED_MACHINE } from "../../shell/simulated-machine.ts";
import { builderProblem, buildxFlags } from "../build/buildx-flags.ts";
import { cacheFilter } from "../cache/cache-filter.ts";
import { cacheTable } from "../cache/cache-table.ts";
import { prunedParagraphs } from "../cache/cache-text.ts";
import type { Call, Command } from "../command.ts";
import { confirmed } from "../words/confirm.ts";
import type { Flag } from "../words/flag.ts";
import { memoryBytes } from "../run/memory-bytes.ts";

const bytes = (name: string, help: string): Flag => ({
  name,
  kind: "string",
  value: "bytes",
  help,
  refuse: (value) => {
    const read = memoryBytes(value);
    return typeof read === "number" ? undefined : read.error;
  },
});

export const builderPrune: Command = {
  names: ["buildx prune", "builder prune"],
  usage: "",
  summary: "Remove build cache",
  arity: [0, 0],
  flags: [
    ...buildxFlags,
    { name: "all", short: "a", kind: "bool", help: "Include internal/frontend images" },
    { name: "filter", kind: "list", value: "filter", help: "Provide filter values" },
    { name: "force", short: "f", kind: "bool", help: "Do not prompt for confirmation" },
    {
      ...bytes("keep-storage", "Amount of disk space to keep for cache"),
      hidden: true,
      deprecated: "keep-storage flag has been changed to reserved-space",
    },
    bytes("max-used-space", "Maximum amount of disk space allowed to keep for cache"),
    bytes("min-free-space", "Target amount of free disk space after pruning"),
    bytes("reserved-space", "Amount of disk space always allowed to keep for cache"),
    { name: "verbose", kind: "bool", help: "Provide a more verbose output" },
  ],
  run(call) {
    const { state } = call.daemon;
    const fail = (reason: string): number => call.fail(`ERROR: ${reason}`);
    const chosen = cacheFilter(
      call.all("filter"),
      (texts) => `rpc error: code = Unknown desc = failed to parse prune filters [${texts}]: `,
    );
    if (typeof chosen === "string") return fail(chosen);
    const all = call.on("all");
    const what = all ? "all build cache" : "all dangling build cache";
    if (!confirmed(call, `WARNING! This will remove ${what}.`, " ")) return 0;
    const missing = builderProblem(call.get("builder"));
    if (missing !== undefined) return fail(missing);
    const keep = bytesToKeep(call, ownBytes(cacheRecords(state)));
    const pruned = pruneCache(state, { all, ...chosen, keep });
    call.daemon.state = pruned.state;
    const { gone } = pruned;
    const list = call.on("verbose") ? prunedParagraphs(gone, state.time) : cacheTable(gone, state.time);
    call.out(`${list}Total:\t${humanSize(gone.reduce((sum, { size }) => sum + size, 0))}\n`);
    return 0;
  },
};

/** How much may stay; undefined where no size was asked for (moby/buildkit cache/manager.go, calculateKeepBytes). */
function bytesToKeep(call: Call, total: number): number | undefined {
  const of = (flag: string): number => Number(memoryBytes(call.get(flag) || "0"));
  const reserved = of("reserved-space") || of("keep-storage");
  const most = of("max-used-space");
  const free = of("min-free-space");
  if (reserved === 0 && most === 0 && free === 0) return undefined;
  const excess = free - SIMULATED_MACHINE.disk.available * 1024;
  const fits = excess <= 0 ? most : most === 0 ? total - excess : Math.min(most, total - excess);
  return reserved === 0 ? fits : Math.max(fits, reserved);
}
