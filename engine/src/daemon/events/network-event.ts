import type { Container } from "../containers/container.ts";
import type { DockerNetwork } from "../networks/network.ts";
import type { DaemonState } from "../state.ts";
import { logEvent } from "./log-event.ts";

/** Something happened to a network, or between it and a container. */
export const networkEvent = (
  state: DaemonState,
  network: DockerNetwork,
  action: "create" | "destroy" | "connect" | "disconnect",
  container?: Container,
  at: number = state.time,
): DaemonState =>
  logEvent(
    state,
    {
      type: "network",
      action,
      id: network.id,
      attributes: {
        ...(container && { container: container.id }),
        name: network.name,
        type: network.driver,
      },
    },
    at,
  );

/** A container joins all its networks, or leaves them. */
export const networkEvents = (
  state: DaemonState,
  container: Container,
  action: "connect" | "disconnect",
  at: number = state.time,
): DaemonState =>
  container.endpoints.reduce((next, { networkId }) => {
    const network = state.networks.find(({ id }) => id === networkId);
    return network ? networkEvent(next, network, action, container, at) : next;
  }, state);
