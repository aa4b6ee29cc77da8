import { type Container, isUp } from "../containers/container.ts";
import type { DaemonState } from "../state.ts";
import type { Endpoint } from "./endpoint.ts";

/** A container that answers at an address, and its place in that network. */
interface Reached {
  readonly container: Container;
  readonly endpoint: Endpoint;
}

/** Who is up and has the address, among those in the networks that `isReached` says yes to. */
export function atAddress(
  state: DaemonState,
  address: string,
  at: number,
  isReached: (endpoint: Endpoint) => boolean = () => true,
): Reached | undefined {
  for (const container of state.containers) {
    if (!isUp(container, at)) continue;
    const endpoint = container.endpoints.find((one) => one.address === address && isReached(one));
    if (endpoint) return { container, endpoint };
  }
  return undefined;
}

/** The host's address in the endpoint's network. */
export const gatewayOf = ({ networks }: DaemonState, endpoint: Endpoint | undefined): string =>
  networks.find(({ id }) => id === endpoint?.networkId)?.gateway ?? "";
