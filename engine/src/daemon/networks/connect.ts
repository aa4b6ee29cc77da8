import { type Container, isUp } from "../containers/container.ts";
import { networkEvent } from "../events/network-event.ts";
import { replaceContainer } from "../containers/find-container.ts";
import type { DaemonState } from "../state.ts";
import { placeIn } from "./give-addresses.ts";
import { addressNumber, contains } from "./subnet.ts";
import { type DockerNetwork, hasNames } from "./network.ts";

type Changed = { readonly state: DaemonState } | { readonly error: string };

/** `docker network connect`; `error` is all after `Error response from daemon: ` (moby runconfig/errors.go has most of them). */
export function connect(
  state: DaemonState,
  network: DockerNetwork,
  container: Container,
  aliases: readonly string[],
  wanted: string | undefined,
): Changed {
  const mode = container.options.network;
  if (mode.startsWith("container:"))
    return {
      error:
        "container sharing network namespace with another container or host cannot be connected to any other network",
    };
  if (mode === "host")
    return {
      error:
        "container sharing network namespace with another container or host cannot be connected to any other network",
    };
  if (network.driver === "host")
    return {
      error: "cannot connect container to host network - container must be created in host network mode",
    };
  if (network.driver === "null" || container.endpoints.some((one) => one.network === "none"))
    return {
      error:
        "container cannot be connected to multiple networks with one of the networks in private (none) mode",
    };
  if (!hasNames(network) && aliases.length > 0)
    return {
      error:
        "invalid endpoint settings:\nnetwork-scoped alias is supported only for containers in user defined networks",
    };
  if (!hasNames(network) && wanted !== undefined)
    return {
      error:
        "invalid endpoint settings:\nuser specified IP address is supported on user defined networks only",
    };
  const settings = settingsProblem(network, aliases, wanted);
  if (settings !== undefined) return { error: settings };
  if (container.endpoints.some(({ networkId }) => networkId === network.id))
    return { error: `endpoint with name ${container.name} already exists in network ${network.name}` };
  const bare = { network: network.name, networkId: network.id, aliases, wanted, address: "" };
  const endpoint = isUp(container, state.time) ? placeIn(state, container, bare) : bare;
  if ("error" in endpoint) return endpoint;
  // It may have been made for a network of that name before there was one: that is this place now.
  const others = container.endpoints.filter((one) => one.network !== network.name || one.networkId !== "");
  const joined = replaceContainer(state, { ...container, endpoints: [...others, endpoint] });
  return { state: networkEvent(joined, network, "connect", container) };
}

/** `docker network disconnect`. */
export function disconnect(state: DaemonState, network: DockerNetwork, container: Container): Changed {
  if (network.driver === "host" && container.options.network === "host")
    return {
      error: "cannot disconnect container from host network - container was created in host network mode",
    };
  const endpoints = container.endpoints.filter(
    (one) => one.networkId !== network.id && one.network !== network.name,
  );
  if (endpoints.length === container.endpoints.length)
    return { error: `container ${container.id} is not connected to network ${network.name}` };
  const left = replaceContainer(state, { ...container, endpoints });
  return { state: networkEvent(left, network, "disconnect", container) };
}

/** Why a new container gets no endpoint with these wishes in a network; undefined where it does. */
export function endpointProblem(
  network: DockerNetwork,
  aliases: readonly string[],
  wanted: string | undefined,
): string | undefined {
  const settings = settingsProblem(network, aliases, wanted);
  return settings && `invalid config for network ${network.name}: ${settings}`;
}

/** Why a network does not take an endpoint with these wishes; undefined where it does. */
function settingsProblem(
  network: DockerNetwork,
  aliases: readonly string[],
  wanted: string | undefined,
): string | undefined {
  const settings: string[] = [];
  if (!hasNames(network)) {
    if (wanted !== undefined)
      settings.push("user specified IP address is supported on user defined networks only");
    if (aliases.length > 0)
      settings.push("network-scoped aliases are only supported for user-defined networks");
  }
  const number = wanted === undefined ? undefined : addressNumber(wanted);
  if (wanted !== undefined && number === undefined) settings.push(`invalid IPv4 address: ${wanted}`);
  if (wanted !== undefined && network.subnet) {
    if (hasNames(network) && !network.subnetAsked)
      settings.push(
        "user specified IP address is supported only when connecting to networks with user configured subnets",
      );
    if (
      (!hasNames(network) || network.subnetAsked) &&
      (number === undefined || !contains(network.subnet, number))
    )
      settings.push(`no configured subnet or ip-range contain the IP address ${wanted}`);
  }
  // One is told as it is, several as a list (moby daemon/network/errors, multierror.Join).
  const list = settings.length > 1 ? settings.map((one) => `* ${one}`) : settings;
  return list.length > 0 ? `invalid endpoint settings:\n${list.join("\n")}` : undefined;
}
