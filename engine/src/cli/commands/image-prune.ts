import { humanSize } from "../../core/size.ts";
import { pruneImages } from "../../daemon/prune.ts";
import type { Command } from "../command.ts";
import { labelFilter } from "../listing/label-filter.ts";
import { confirmed } from "../words/confirm.ts";

export const imagePrune: Command = {
  names: ["image prune"],
  usage: "[OPTIONS]",
  summary: "Remove unused images",
  arity: [0, 0],
  flags: [
    { name: "all", short: "a", kind: "bool", help: "Remove all unused images, not just dangling ones" },
    {
      name: "filter",
      kind: "list",
      value: "filter",
      help: 'Provide filter values (e.g. "until=<timestamp>")',
    },
    { name: "force", short: "f", kind: "bool", help: "Do not prompt for confirmation" },
  ],
  run(call) {
    const filters = call.all("filter");
    const [bad] = filters.filter((one) => /^dangling=(?!(?:true|false|[01tf])$)/i.test(one));
    if (bad !== undefined)
      return call.fail(
        `Error response from daemon: invalid filter 'dangling=[${bad.slice("dangling=".length)}]'`,
      );
    const all = call.on("all") || filters.some((one) => /^dangling=(?:false|[0f])$/i.test(one));
    const warning = all
      ? "all images without at least one container associated to them"
      : "all dangling images";
    if (!confirmed(call, `WARNING! This will remove ${warning}.`)) return 0;
    const pass = labelFilter(
      filters.filter((one) => !one.startsWith("dangling=")),
      call.daemon.state.time,
    );
    if (typeof pass === "string") return call.fail(pass);
    const pruned = pruneImages(call.daemon.state, all, pass);
    call.daemon.state = pruned.state;
    if (pruned.lines.length > 0) call.out(`Deleted Images:\n${pruned.lines.join("\n")}\n\n`);
    call.out(`Total reclaimed space: ${humanSize(pruned.freed, 4)}\n`);
    return 0;
  },
};
