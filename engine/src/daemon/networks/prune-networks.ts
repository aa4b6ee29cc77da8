import type { Labels } from "../prune.ts";
import type { DaemonState } from "../state.ts";
import { removeNetwork } from "./remove-network.ts";

/** Networks that somebody created and that no running container is in go. */
export function pruneNetworks(
  before: DaemonState,
  pass: (labels: Labels, created: number) => boolean = () => true,
): { readonly state: DaemonState; readonly names: readonly string[] } {
  let state = before;
  const names: string[] = [];
  for (const network of before.networks.filter(({ labels, created }) => pass(labels, created))) {
    const removed = removeNetwork(state, network);
    if ("error" in removed) continue;
    state = removed.state;
    names.push(network.name);
  }
  return { state, names };
}
