import { createNetwork } from "../../daemon/networks/create-network.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { addressNumber, contains, overlaps, parseSubnet } from "../../daemon/networks/subnet.ts";
import type { Call, Command } from "../command.ts";
import { flagChecks } from "../run/flag-checks.ts";
import { labelPairs } from "../run/label-pairs.ts";

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
    {
      name: "label",
      kind: "list",
      help: "Set metadata on a network",
      ...(flagChecks["label"] && { refuse: flagChecks["label"] }),
    },
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
    const subnets = call.all("subnet").flatMap((text) => text.split(","));
    const problem = poolProblem(call, subnets);
    if (problem !== undefined) return call.fail(problem);
    if (call.get("ipv4") === "false")
      return call.fail("Error response from daemon: IPv4 or IPv6 must be enabled");
    if (subnets.some((text) => text.includes(":")))
      throw notSimulated("networks of IPv6", "make the network");
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

/** What does not fit together of subnets, gateways and ranges (docker/cli network/create.go, consolidateIpam). */
function poolProblem(call: Call, subnets: readonly string[]): string | undefined {
  const gateways = call.all("gateway").flatMap((text) => text.split(","));
  const ranges = call.all("ip-range").flatMap((text) => text.split(","));
  if (subnets.length < gateways.length || subnets.length < ranges.length)
    return "every ip-range or gateway must have a corresponding subnet";
  const pools = subnets.map((text) => ({ text, subnet: parseSubnet(text) }));
  const bad = pools.find(({ text, subnet }) => !subnet && !text.includes(":"));
  if (bad) return undefined;
  for (const [i, one] of pools.entries())
    for (const other of pools.slice(i + 1))
      if (one.subnet && other.subnet && overlaps(one.subnet, other.subnet))
        return "multiple overlapping subnet configuration is not supported";
  const holds = (text: string): boolean => {
    const number = addressNumber(text.split("/")[0] ?? "");
    return pools.some(
      ({ subnet }) => subnet !== undefined && number !== undefined && contains(subnet, number),
    );
  };
  const range = ranges.find((text) => parseSubnet(text) !== undefined && !holds(text));
  if (range !== undefined) return `no matching subnet for range ${range}`;
  const gateway = gateways.find((text) => addressNumber(text) !== undefined && !holds(text));
  if (gateway !== undefined) return `no matching subnet for gateway ${gateway}`;
  return subnets.length > 1 && subnets.every((text) => !text.includes(":"))
    ? "Error response from daemon: bridge driver doesn't support multiple subnets"
    : undefined;
}
