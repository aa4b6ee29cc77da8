import { type Container, isUp } from "../containers/container.ts";
import type { DaemonState } from "../state.ts";
import type { Endpoint } from "./endpoint.ts";
import { findNetwork } from "./find-network.ts";
import type { DockerNetwork } from "./network.ts";
import { addressNumber, addressText, contains, sizeOf } from "./subnet.ts";

/**
 * The endpoints of a container that starts now, each with an address; `error` is what the engine says where that cannot be.
 */
export function giveAddresses(
  state: DaemonState,
  container: Container,
): readonly Endpoint[] | { readonly error: string } {
  const list: Endpoint[] = [];
  for (const endpoint of container.endpoints) {
    const placed = placeIn(state, container, endpoint);
    if ("error" in placed) return placed;
    list.push(placed);
  }
  return list;
}

/** The endpoint with an address of its network that nobody else has who is up. */
export function placeIn(
  state: DaemonState,
  container: Container,
  endpoint: Endpoint,
): Endpoint | { readonly error: string } {
  const network = findNetwork(state, endpoint.networkId || endpoint.network);
  if ("error" in network) return network;
  const found = { ...endpoint, network: network.name, networkId: network.id };
  if (!network.subnet) return { ...found, address: "" };
  const taken = new Set([network.gateway, ...addressesIn(state, network, container.id)]);
  const { wanted } = endpoint;
  if (wanted !== undefined) {
    const number = addressNumber(wanted);
    if (!network.subnetAsked && network.driver === "bridge")
      return {
        error:
          "invalid config for network " +
          network.name +
          ": invalid endpoint settings:\nuser specified IP address is supported only when connecting to networks with user configured subnets",
      };
    if (number === undefined || !contains(network.subnet, number))
      return {
        error: `invalid config for network ${network.name}: invalid endpoint settings:\nno configured subnet or ip-range contain the IP address ${wanted}`,
      };
    if (taken.has(wanted)) return { error: "Address already in use" };
    return { ...found, address: wanted };
  }
  const pool = network.range ?? network.subnet;
  const end = pool.first + sizeOf(pool) - 1;
  // A range within the subnet has no address of its own that would be left out.
  let number = network.range && network.range.first !== network.subnet.first ? pool.first : pool.first + 1;
  while (number < end && taken.has(addressText(number))) number++;
  if (number >= end)
    return {
      error: `no available IPv4 addresses on this network's address pools: ${network.name} (${network.id})`,
    };
  return { ...found, address: addressText(number) };
}

/** Addresses of others that are up. */
const addressesIn = (state: DaemonState, network: DockerNetwork, except: string): readonly string[] =>
  state.containers
    .filter((one) => one.id !== except && isUp(one, state.time))
    .flatMap(({ endpoints }) =>
      endpoints.filter(({ networkId }) => networkId === network.id).map(({ address }) => address),
    );
