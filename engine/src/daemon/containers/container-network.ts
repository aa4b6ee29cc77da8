import { notSimulated } from "../../core/engine-error.ts";
import { isLoopback, parseUrl } from "../../shell/http/parse-url.ts";
import type { Network, Request, Response } from "../../shell/process.ts";
import { isReachable } from "../../shell/wait/waiting.ts";
import type { MountSource } from "./container-files.ts";
import { type Container, isUp } from "./container.ts";
import { findContainer, replaceContainer } from "./find-container.ts";
import { atAddress, gatewayOf } from "../networks/reach.ts";
import { resolveName } from "../networks/resolve-name.ts";
import type { Endpoint } from "../networks/endpoint.ts";
import { addressNumber, contains, subnetText } from "../networks/subnet.ts";
import type { DaemonState } from "../state.ts";
import type { StateCell } from "../state-cell.ts";
import { wakeContainer } from "./wake-container.ts";

/** What containers have around them as far as the network goes. */
export interface NetworkSurroundings {
  readonly mounts: MountSource;
  /** What the machine of the engine can reach. */
  readonly network: (cell: StateCell) => Network;
}

/**
 * What a container's program answers on one of its own ports. The program is another one after that, and the state in the
 * cell has it.
 * @param arrival by the container's own loopback, or by its address
 */
export function askContainer(
  cell: StateCell,
  asked: Container,
  port: number,
  request: Request,
  arrival: "loopback" | "address",
  around: NetworkSurroundings,
  at: number,
): Response | "refused" | "reset" | "empty" {
  const container = cell.state.containers.find(({ id }) => id === asked.id) ?? asked;
  if (!isUp(container, at)) return "refused";
  if (container.paused)
    throw notSimulated("a request to a paused container", "wait until somebody unpauses it");
  const waiting = container.life?.waiting.find(
    ({ ports, since }) => since <= at && isReachable(ports.get(port), arrival),
  );
  if (!waiting) return "refused";
  const network = containerNetwork(cell, container, around);
  const reached = wakeContainer(
    container,
    waiting,
    at,
    { mounts: around.mounts, network, state: cell.state },
    (awake) => waiting.answer(request, port, awake),
  );
  cell.state = replaceContainer(cell.state, reached.container);
  const { response } = reached.woken;
  return response ? { ...response, took: reached.until - at } : "empty";
}

/**
 * What a program in a container reaches: itself, its neighbours by address, by name where somebody created the network, and
 * what the host publishes.
 */
export function containerNetwork(
  cell: StateCell,
  container: Container,
  around: NetworkSurroundings,
): Network {
  const { network } = container.options;
  if (network === "host") return around.network(cell);
  const shared = network.startsWith("container:") ? findContainer(cell.state, network.slice(10)) : container;
  const started = "error" in shared ? container : shared;
  const first = started.endpoints[0]?.address ?? "";
  /** The container as it is now: somebody may have connected it to another network. */
  const current = (): Container => cell.state.containers.find(({ id }) => id === started.id) ?? started;
  /** The address of a name, and of an address itself. */
  const addressOf = (own: Container, host: string, at: number): string | undefined =>
    addressNumber(host) === undefined ? resolveName(cell.state, own, host, at) : host;
  /** Who has an address in one of its networks, and its own address there. */
  const neighbour = (own: Container, address: string, at: number) => {
    const mine = (networkId: string): string =>
      own.endpoints.find((one) => one.networkId === networkId)?.address ?? "";
    const found = atAddress(cell.state, address, at, ({ networkId }) => mine(networkId) !== "");
    return found && { ...found, remote: mine(found.endpoint.networkId) };
  };
  /** Without any network there is no name server that could know names of the outside world. */
  const hasNames = (own: Container): boolean => own.endpoints.some(({ address }) => address !== "");
  const isGateway = (own: Container, address: string): boolean =>
    own.endpoints.some((one) => gatewayOf(cell.state, one) === address);
  return {
    address: first === "" ? null : first,
    subnet: subnetOf(cell.state, started.endpoints[0]),
    locate(host, at = cell.state.time) {
      const own = current();
      if (isLoopback(host)) return { address: "127.0.0.1", isUp: true };
      const address = addressOf(own, host, at);
      if (address === undefined) return hasNames(own) && host.includes(".") ? undefined : "unresolved";
      const isOwn = own.endpoints.some((one) => one.address === address);
      const isUp = isOwn || isGateway(own, address) || neighbour(own, address, at) !== undefined;
      const isInside = own.endpoints.some((one) => {
        const subnet = cell.state.networks.find(({ id }) => id === one.networkId)?.subnet;
        return subnet !== undefined && contains(subnet, addressNumber(address) ?? 0);
      });
      return isUp || isInside ? { address, isUp } : undefined;
    },
    request(url, method, headers, body, at = cell.state.time) {
      const { host, port, path } = parseUrl(url);
      const request = { method, path, headers, body };
      const own = current();
      if (isLoopback(host))
        return askContainer(cell, own, port, { ...request, remote: "127.0.0.1" }, "loopback", around, at);
      const address = addressOf(own, host, at);
      if (address === undefined) return hasNames(own) && host.includes(".") ? undefined : "unresolved";
      if (own.endpoints.some((one) => one.address === address))
        return askContainer(cell, own, port, { ...request, remote: address }, "address", around, at);
      if (isGateway(own, address))
        return around.network(cell).request(`http://127.0.0.1:${port}${path}`, method, headers, body, at);
      const found = neighbour(own, address, at);
      if (!found) return undefined;
      const asked = { ...request, remote: found.remote };
      return askContainer(cell, found.container, port, asked, "address", around, at);
    },
  };
}

/** Where the endpoint's packets go; a network that is internal leads nowhere. */
function subnetOf({ networks }: DaemonState, endpoint: Endpoint | undefined): Network["subnet"] {
  const network = networks.find(({ id }) => id === endpoint?.networkId);
  return network?.subnet
    ? { block: subnetText(network.subnet), gateway: network.internal ? undefined : network.gateway }
    : undefined;
}
