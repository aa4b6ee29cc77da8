import { isLoopback, parseUrl } from "../shell/parse-url.ts";
import type { Network, Request, Response } from "../shell/process.ts";
import { isReachable } from "../shell/waiting.ts";
import type { MountSource } from "./container-files.ts";
import { type Container, isUp } from "./container.ts";
import { findContainer, replaceContainer } from "./find-container.ts";
import type { StateCell } from "./state-cell.ts";
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
): Response | "refused" | "reset" {
  const container = cell.state.containers.find(({ id }) => id === asked.id) ?? asked;
  if (!isUp(container, at) || container.paused) return "refused";
  const waiting = container.life?.waiting.find(
    ({ ports, since }) => since <= at && isReachable(ports.get(port), arrival),
  );
  if (!waiting) return "refused";
  const network = containerNetwork(cell, container, around);
  const reached = wakeContainer(container, waiting, at, { mounts: around.mounts, network }, (awake) =>
    waiting.answer(request, port, awake),
  );
  cell.state = replaceContainer(cell.state, reached.container);
  const { response } = reached.woken;
  return response ? { ...response, took: reached.until - at } : "reset";
}

/** What a program in a container reaches: itself, its neighbours on the bridge by address, and what the host publishes. */
export function containerNetwork(
  cell: StateCell,
  container: Container,
  around: NetworkSurroundings,
): Network {
  const { network } = container.options;
  if (network === "host") return around.network(cell);
  const shared = network.startsWith("container:") ? findContainer(cell.state, network.slice(10)) : container;
  const own = "error" in shared ? container : shared;
  const address = `172.17.0.${own.address}`;
  return {
    address: own.options.network === "none" ? null : address,
    request(url, method, headers, body, at = cell.state.time) {
      const { host, port, path } = parseUrl(url);
      const request = { method, path, headers, body };
      if (network === "none" && !isLoopback(host)) return undefined;
      if (isLoopback(host))
        return askContainer(cell, own, port, { ...request, remote: "127.0.0.1" }, "loopback", around, at);
      if (host === own.hostname || host === address)
        return askContainer(cell, own, port, { ...request, remote: address }, "address", around, at);
      if (host === "172.17.0.1")
        return around.network(cell).request(`http://127.0.0.1:${port}${path}`, method, headers, body, at);
      const neighbour = cell.state.containers.find(
        (one) => isUp(one, cell.state.time) && host === `172.17.0.${one.address}`,
      );
      return (
        neighbour &&
        askContainer(cell, neighbour, port, { ...request, remote: address }, "address", around, at)
      );
    },
  };
}
