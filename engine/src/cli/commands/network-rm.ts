import { findNetwork } from "../../daemon/networks/find-network.ts";
import { removeNetwork } from "../../daemon/networks/remove-network.ts";
import type { Command } from "../command.ts";

export const networkRm: Command = {
  names: ["network rm"],
  aliases: { "network remove": "network rm" },
  usage: "NETWORK [NETWORK...]",
  summary: "Remove one or more networks",
  arity: [1, Infinity],
  flags: [{ name: "force", short: "f", kind: "bool", help: "Do not error if the network does not exist" }],
  run(call) {
    let status = 0;
    for (const name of call.args) {
      const { state } = call.daemon;
      const network = findNetwork(state, name);
      if ("error" in network) {
        if (!call.on("force")) status = call.fail(`Error response from daemon: ${network.error}`);
        continue;
      }
      const removed = removeNetwork(state, network);
      if ("error" in removed) {
        status = call.fail(`Error response from daemon: ${removed.error}`);
        continue;
      }
      call.daemon.state = removed.state;
      call.out(`${name}\n`);
    }
    // The client's own status becomes a line.
    if (status !== 0) call.err("exit status 1\n");
    return status;
  },
};
