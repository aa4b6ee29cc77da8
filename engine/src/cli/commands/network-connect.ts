import { connect } from "../../daemon/networks/connect.ts";
import { findNetwork } from "../../daemon/networks/find-network.ts";
import type { Command } from "../command.ts";
import { lookUp } from "../run/launch.ts";

export const networkConnect: Command = {
  names: ["network connect"],
  usage: "[OPTIONS] NETWORK CONTAINER",
  summary: "Connect a container to a network",
  arity: [2, 2],
  flags: [
    { name: "alias", kind: "list", value: "strings", help: "Add network-scoped alias for the container" },
    {
      name: "driver-opt",
      kind: "list",
      value: "strings",
      help: "driver options for the network",
      lacking: "set a driver's option for this network",
    },
    {
      name: "gw-priority",
      kind: "int",
      help: "Highest gw-priority provides the default gateway. Accepts positive and negative values.",
      lacking: "choose which network has the default gateway",
    },
    { name: "ip", kind: "string", help: 'IPv4 address (e.g., "172.30.100.104")' },
    {
      name: "ip6",
      kind: "string",
      help: 'IPv6 address (e.g., "2001:db8::33")',
      lacking: "give the container this IPv6 address",
    },
    {
      name: "link",
      kind: "list",
      help: "Add link to another container",
      lacking: "add a link to another container",
    },
    {
      name: "link-local-ip",
      kind: "list",
      value: "strings",
      help: "Add a link-local address for the container",
      lacking: "give the container a link-local address",
    },
  ],
  run(call) {
    const [name = "", containerName = ""] = call.args;
    const container = lookUp(call, containerName);
    if (!container) return 1;
    const network = findNetwork(call.daemon.state, name);
    if ("error" in network) return call.fail(`Error response from daemon: ${network.error}`);
    const wanted = call.get("ip") || undefined;
    const done = connect(call.daemon.state, network, container, call.all("alias"), wanted);
    if ("error" in done) return call.fail(`Error response from daemon: ${done.error}`);
    call.daemon.state = done.state;
    return 0;
  },
};
