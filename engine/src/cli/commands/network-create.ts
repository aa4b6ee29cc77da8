import { createNetwork } from "../../daemon/networks/create-network.ts";
import type { Command } from "../command.ts";
import { labelPairs } from "../label-pairs.ts";

export const networkCreate: Command = {
  names: ["network create"],
  usage: "[OPTIONS] NETWORK",
  summary: "Create a network",
  arity: [1, 1],
  flags: [
    { name: "attachable", kind: "bool", help: "Enable manual container attachment" },
    {
      name: "aux-address",
      kind: "list",
      shown: "map[]",
      value: "map",
      help: "Auxiliary IPv4 or IPv6 addresses used by Network driver",
      lacking: "keep addresses for others",
    },
    {
      name: "config-from",
      kind: "string",
      help: "The network from which to copy the configuration",
      lacking: "copy the configuration of another network",
    },
    {
      name: "config-only",
      kind: "bool",
      help: "Create a configuration only network",
      lacking: "make a configuration for other networks",
    },
    { name: "driver", short: "d", kind: "string", default: "bridge", help: "Driver to manage the Network" },
    { name: "gateway", kind: "list", value: "strings", help: "IPv4 or IPv6 Gateway for the master subnet" },
    {
      name: "ingress",
      kind: "bool",
      help: "Create swarm routing-mesh network",
      lacking: "make the routing mesh of a swarm",
    },
    { name: "internal", kind: "bool", help: "Restrict external access to the network" },
    { name: "ip-range", kind: "list", value: "strings", help: "Allocate container ip from a sub-range" },
    {
      name: "ipam-driver",
      kind: "string",
      shown: '"default"',
      help: "IP Address Management Driver",
      lacking: "give out addresses with another driver",
    },
    {
      name: "ipam-opt",
      kind: "list",
      shown: "map[]",
      value: "map",
      help: "Set IPAM driver specific options",
      lacking: "set an option of the address driver",
    },
    { name: "ipv4", kind: "bool", default: "true", help: "Enable or disable IPv4 address assignment" },
    {
      name: "ipv6",
      kind: "bool",
      help: "Enable or disable IPv6 address assignment",
      lacking: "give out IPv6 addresses too",
      except: /^false$/,
    },
    { name: "label", kind: "list", help: "Set metadata on a network" },
    {
      name: "opt",
      short: "o",
      kind: "list",
      shown: "map[]",
      value: "map",
      help: "Set driver specific options",
    },
    {
      name: "scope",
      kind: "string",
      help: "Control the network's scope",
      lacking: "make a network for a whole swarm",
      except: /^local$/,
    },
    {
      name: "subnet",
      kind: "list",
      value: "strings",
      help: "Subnet in CIDR format that represents a network segment",
    },
  ],
  run(call) {
    const { daemon } = call;
    const subnets = call.all("subnet");
    if (subnets.length > 1)
      return call.fail(
        "Drydock gives a network one subnet. The real one would take one of IPv4 and one of IPv6.",
        125,
      );
    if (subnets.length === 0 && (call.get("gateway") || call.get("ip-range")) !== "")
      return call.fail(
        call.get("gateway") === ""
          ? `invalid IPRange ${call.get("ip-range")}: no matching subnet`
          : `no matching subnet for gateway ${call.get("gateway")}`,
      );
    const created = createNetwork(daemon.state, daemon.seed, {
      name: call.args[0] ?? "",
      driver: call.get("driver"),
      subnet: subnets[0],
      gateway: call.get("gateway") || undefined,
      range: call.get("ip-range") || undefined,
      internal: call.on("internal"),
      attachable: call.on("attachable"),
      labels: labelPairs(call.all("label")),
      options: labelPairs(call.all("opt")),
    });
    if ("error" in created) return call.fail(`Error response from daemon: ${created.error}`);
    daemon.state = created.state;
    call.out(`${created.network.id}\n`);
    return 0;
  },
};
