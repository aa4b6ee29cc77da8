import { notSimulated } from "../../core/engine-error.ts";
import { networkEvent } from "../events/network-event.ts";
import { newId } from "../new-id.ts";
import type { DaemonState } from "../state.ts";
import { type DockerNetwork, isPredefined } from "./network.ts";
import {
  addressNumber,
  addressText,
  contains,
  overlaps,
  parseSubnet,
  type Subnet,
  subnetText,
} from "./subnet.ts";

/** `docker network create`, as data. */
export interface NetworkSpec {
  readonly name: string;
  readonly driver: string;
  readonly subnet: string | undefined;
  readonly gateway: string | undefined;
  readonly range: string | undefined;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Pools for networks without `--subnet`: 172.17 to 172.28 with /16 each, 172.30 and 172.31, then 192.168.0.0 in /20
 * (moby libnetwork/ipamutils, localScopeDefaultNetworks).
 */
const POOLS: readonly Subnet[] = [
  ...[17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 30, 31].map((part) => ({
    first: 0xac00_0000 + part * 65_536,
    bits: 16,
  })),
  ...Array.from({ length: 16 }, (_, i) => ({ first: 0xc0a8_0000 + i * 4096, bits: 20 })),
];

/** Makes a network. `error` is all after `Error response from daemon: `. */
export function createNetwork(
  state: DaemonState,
  seed: string,
  spec: NetworkSpec,
): { readonly state: DaemonState; readonly network: DockerNetwork } | { readonly error: string } {
  const { name } = spec;
  if (name.trim() === "") return { error: "invalid name: name is empty" };
  if (isPredefined(name)) return { error: `operation is not permitted on predefined ${name} network` };
  if (state.networks.some((one) => one.name === name))
    return { error: `network with name ${name} already exists` };
  if (spec.driver === "host" || spec.driver === "null")
    return { error: `only one instance of "${spec.driver}" network is allowed` };
  if (spec.driver === "overlay")
    return {
      error:
        'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
    };
  if (/^(?:macvlan|ipvlan)$/.test(spec.driver))
    throw notSimulated(
      `networks of the driver ${spec.driver}`,
      "put containers onto the network of its machine",
    );
  if (spec.driver !== "bridge") return { error: `plugin ${JSON.stringify(spec.driver)} not found` };
  const pool = poolOf(state, spec);
  if ("error" in pool) return pool;
  const { id, state: next } = newId(state, seed);
  const network: DockerNetwork = {
    id,
    name,
    driver: "bridge",
    created: state.time,
    subnet: pool.subnet,
    subnetAsked: spec.subnet !== undefined,
    gatewayAsked: spec.gateway !== undefined,
    gateway: spec.gateway ?? addressText(pool.subnet.first + 1),
    range: pool.range,
    internal: spec.internal,
    attachable: spec.attachable,
    labels: spec.labels,
    options: spec.options,
  };
  const made = { ...next, networks: [...state.networks, network] };
  return { state: networkEvent(made, network, "create"), network };
}

function poolOf(
  state: DaemonState,
  spec: NetworkSpec,
): { readonly subnet: Subnet; readonly range: Subnet | undefined } | { readonly error: string } {
  const used = state.networks.flatMap(({ subnet }) => (subnet ? [subnet] : []));
  const isFree = (pool: Subnet): boolean => !used.some((one) => overlaps(one, pool));
  if (spec.subnet === undefined) {
    const subnet = POOLS.find(isFree);
    return subnet
      ? { subnet, range: undefined }
      : { error: "all predefined address pools have been fully subnetted" };
  }
  const invalid = (what: string): { readonly error: string } => ({
    error: `invalid network config:\n${what}`,
  });
  const subnet = parseSubnet(spec.subnet);
  if (!subnet) return invalid(`invalid subnet ${spec.subnet}: invalid CIDR block notation`);
  if (!spec.subnet.startsWith(`${addressText(subnet.first)}/`))
    return invalid(`invalid subnet ${spec.subnet}: it should be ${subnetText(subnet)}`);
  const gateway = spec.gateway === undefined ? undefined : addressNumber(spec.gateway);
  if (spec.gateway !== undefined && gateway === undefined)
    return invalid(`invalid gateway ${spec.gateway}: invalid address`);
  if (gateway !== undefined && !contains(subnet, gateway))
    return invalid(
      `invalid gateway ${spec.gateway}: parent subnet ${spec.subnet} doesn't contain this address`,
    );
  const range = spec.range === undefined ? undefined : parseSubnet(spec.range);
  if (spec.range !== undefined && !range)
    return invalid(`invalid ip-range ${spec.range}: invalid CIDR block notation`);
  if (range && !contains(subnet, range.first))
    return invalid(
      `invalid ip-range ${spec.range}: parent subnet ${spec.subnet} doesn't contain this subnet`,
    );
  if (!isFree(subnet))
    return { error: "invalid pool request: Pool overlaps with other one on this address space" };
  return { subnet, range };
}
