import { type Container, isUp } from "../containers/container.ts";
import type { DaemonState } from "../state.ts";
import { linksOf } from "./links.ts";
import { hasNames } from "./network.ts";

/** Names that a network that somebody created knows the container by (moby daemon/container_operations.go, buildEndpointDNSNames). */
export const namesOf = (container: Container, aliases: readonly string[]): readonly string[] => [
  container.name,
  ...aliases,
  container.id.slice(0, 12),
  ...(container.hostname === container.id.slice(0, 12) ? [] : [container.hostname]),
];

/**
 * The address that a name has for a program in the container: its own /etc/hosts first, then the engine's name server, which
 * knows the neighbours on networks that somebody created, by `name` and `name.network`. Undefined: nobody here has the name.
 */
export function resolveName(
  state: DaemonState,
  asking: Container,
  name: string,
  at: number,
): string | undefined {
  const wanted = name.toLowerCase();
  const own = asking.endpoints.find(({ address }) => address !== "")?.address;
  if (wanted === asking.hostname.toLowerCase() && own !== undefined) return own;
  const hosts = asking.options.extraHosts.find(([host]) => host.toLowerCase() === wanted);
  if (hosts) return hosts[1];
  const linked = linksOf(state, asking).find(({ names }) =>
    names.some((one) => one.toLowerCase() === wanted),
  );
  if (linked) return linked.address;
  for (const endpoint of asking.endpoints) {
    const network = state.networks.find(({ id }) => id === endpoint.networkId);
    if (!network || !hasNames(network)) continue;
    for (const other of state.containers) {
      const there = other.endpoints.find(({ networkId }) => networkId === network.id);
      if (!there || !isUp(other, at)) continue;
      const names = namesOf(other, there.aliases).map((one) => one.toLowerCase());
      if (names.includes(wanted) || names.some((one) => `${one}.${network.name}`.toLowerCase() === wanted))
        return there.address;
    }
  }
  return undefined;
}
