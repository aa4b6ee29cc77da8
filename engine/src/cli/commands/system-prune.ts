import { humanSize } from "../../core/size.ts";
import { pruneContainers, pruneImages, pruneVolumes } from "../../daemon/prune.ts";
import { pruneCache } from "../../daemon/cache/prune-cache.ts";
import { pruneNetworks } from "../../daemon/networks/prune-networks.ts";
import type { Command } from "../command.ts";
import { labelFilter } from "../listing/label-filter.ts";
import { moment } from "../listing/moment.ts";
import { confirmed } from "../words/confirm.ts";

export const systemPrune: Command = {
  names: ["system prune"],
  usage: "[OPTIONS]",
  summary: "Remove unused data",
  arity: [0, 0],
  flags: [
    { name: "all", short: "a", kind: "bool", help: "Remove all unused images not just dangling ones" },
    {
      name: "filter",
      kind: "list",
      value: "filter",
      help: 'Provide filter values (e.g. "label=<key>=<value>")',
    },
    { name: "force", short: "f", kind: "bool", help: "Do not prompt for confirmation" },
    { name: "volumes", kind: "bool", help: "Prune anonymous volumes" },
  ],
  run(call) {
    const all = call.on("all");
    const images = all
      ? "all images without at least one container associated to them"
      : "all dangling images";
    const cache = all ? "all build cache" : "unused build cache";
    const filters = call.all("filter");
    if (call.on("volumes") && filters.some((text) => text.startsWith("until=")))
      return call.fail('ERROR: The "until" filter is not supported with "--volumes"');
    const narrowed = filters
      .filter((text) => /^(?:label!?|until)=/.test(text))
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((text) => `  - ${text}\n`);
    const which =
      narrowed.length > 0 ? `\n  Items to be pruned will be filtered with:\n${narrowed.join("")}` : "";
    const warning = `WARNING! This will remove:\n  - all stopped containers\n  - all networks not used by at least one container\n${call.on("volumes") ? "  - all anonymous volumes not used by at least one container\n" : ""}  - ${images}\n  - ${cache}\n${which}`;
    if (!confirmed(call, warning)) return 0;
    const pass = labelFilter(filters, call.daemon.state.time);
    if (typeof pass === "string") return call.fail(pass);
    const containers = pruneContainers(call.daemon.state, pass);
    const networks = pruneNetworks(containers.state, pass);
    const volumes = pruneVolumes(networks.state, false, pass);
    const kept = call.on("volumes") ? volumes : { state: networks.state, lines: [], freed: 0 };
    const pruned = pruneImages(kept.state, all, pass);
    const cached = pruneCache(pruned.state, { all, unusedFor: until(filters, call.daemon.state.time) });
    call.daemon.state = cached.state;
    const freed =
      containers.freed + kept.freed + pruned.freed + cached.gone.reduce((sum, { size }) => sum + size, 0);
    if (containers.lines.length > 0) call.out(`Deleted Containers:\n${containers.lines.join("\n")}\n\n`);
    if (networks.names.length > 0) call.out(`Deleted Networks:\n${networks.names.join("\n")}\n\n`);
    if (kept.lines.length > 0) call.out(`Deleted Volumes:\n${kept.lines.join("\n")}\n\n`);
    if (pruned.lines.length > 0) call.out(`Deleted Images:\n${pruned.lines.join("\n")}\n\n`);
    if (cached.gone.length > 0)
      call.out(`Deleted build cache objects:\n${cached.gone.map(({ id }) => id).join("\n")}\n\n`);
    call.out(`Total reclaimed space: ${humanSize(freed, 4)}\n`);
    return 0;
  },
};

/** The build cache knows no labels, and `until` by when something was last used. In milliseconds. */
function until(filters: readonly string[], now: number): number {
  const limit = filters.find((text) => text.startsWith("until="))?.slice("until=".length);
  return limit === undefined ? 0 : now - (moment(limit, now) ?? now);
}
