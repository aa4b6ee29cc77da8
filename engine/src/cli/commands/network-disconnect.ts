import { disconnect } from "../../daemon/networks/connect.ts";
import { findNetwork } from "../../daemon/networks/find-network.ts";
import type { Command } from "../command.ts";
import { lookUp } from "../run/launch.ts";

export const networkDisconnect: Command = {
  names: ["network disconnect"],
  usage: "[OPTIONS] NETWORK CONTAINER",
  summary: "Disconnect a container from a network",
  arity: [2, 2],
  flags: [
    { name: "force", short: "f", kind: "bool", help: "Force the container to disconnect from a network" },
  ],
  run(call) {
    const [name = "", containerName = ""] = call.args;
    const network = findNetwork(call.daemon.state, name);
    if ("error" in network) return call.fail(`Error response from daemon: ${network.error}`);
    const container = lookUp(call, containerName);
    if (!container) return 1;
    const done = disconnect(call.daemon.state, network, container);
    if ("error" in done) return call.fail(`Error response from daemon: ${done.error}`);
    call.daemon.state = done.state;
    return 0;
  },
};
