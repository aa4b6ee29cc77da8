import { findNetwork } from "../../daemon/networks/find-network.ts";
import { inspectNetwork } from "../../daemon/networks/inspect-network.ts";
import { INSPECT_FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { inspectObjects } from "../inspect/inspect-objects.ts";

export const networkInspect: Command = {
  names: ["network inspect"],
  usage: "[OPTIONS] NETWORK [NETWORK...]",
  summary: "Display detailed information on one or more networks",
  arity: [1, Infinity],
  flags: [
    { name: "format", short: "f", kind: "string", help: INSPECT_FORMAT_HELP },
    { name: "verbose", short: "v", kind: "bool", help: "Verbose output for diagnostics" },
  ],
  run: (call) =>
    inspectObjects(call, (name) => {
      const { state } = call.daemon;
      const network = findNetwork(state, name);
      return "error" in network
        ? { error: `Error response from daemon: ${network.error}` }
        : inspectNetwork(state, network);
    }),
};
