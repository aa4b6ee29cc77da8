import { type Container, isUp } from "../containers/container.ts";
import { networkEvent } from "../events/network-event.ts";
import type { DaemonState } from "../state.ts";
import { endpointId } from "./endpoint-id.ts";
import { type DockerNetwork, isPredefined } from "./network.ts";

/** Containers that have a place in the network now. */
export const membersOf = (state: DaemonState, network: DockerNetwork): readonly Container[] =>
  state.containers.filter(
    (one) => isUp(one, state.time) && one.endpoints.some(({ networkId }) => networkId === network.id),
  );

/** `docker network rm`; `error` is all after `Error response from daemon: `. */
export function removeNetwork(
  state: DaemonState,
  network: DockerNetwork,
): { readonly state: DaemonState } | { readonly error: string } {
  if (isPredefined(network.name))
    return { error: `${network.name} is a pre-defined network and cannot be removed` };
  const members = membersOf(state, network);
  if (members.length > 0) {
    const list = members
      .map(({ name, id }) => `name:"${name}" id:"${endpointId(id, network.id).slice(0, 12)}"`)
      .join(", ");
    return {
      error: `error while removing network: network ${network.name} has active endpoints (${list})`,
    };
  }
  const gone = { ...state, networks: state.networks.filter(({ id }) => id !== network.id) };
  return { state: networkEvent(gone, network, "destroy") };
}
