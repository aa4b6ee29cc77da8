import { pruneNetworks } from "../../daemon/networks/prune-networks.ts";
import type { Command } from "../command.ts";
import { confirmed } from "../words/confirm.ts";
import { labelFilter } from "../listing/label-filter.ts";

export const networkPrune: Command = {
  names: ["network prune"],
  usage: "[OPTIONS]",
  summary: "Remove all unused networks",
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
    const pass = labelFilter(call.all("filter"), call.daemon.state.time);
    if (typeof pass === "string") return call.fail(pass);
    if (!confirmed(call, "WARNING! This will remove all custom networks not used by at least one container."))
      return 0;
    const { state, names } = pruneNetworks(call.daemon.state, pass);
    call.daemon.state = state;
    if (names.length > 0) call.out(`Deleted Networks:\n${names.join("\n")}\n\n`);
    return 0;
  },
};
