import type { DaemonState } from "../state.ts";
import type { DockerNetwork } from "./network.ts";

/** By whole id, name, or the beginning of an id, in this order (moby daemon/network.go, FindNetwork). */
export function findNetwork(
  { networks }: Pick<DaemonState, "networks">,
  text: string,
): DockerNetwork | { readonly error: string } {
  const name = text === "default" ? "bridge" : text;
  const exact = networks.find(({ id }) => id === name) ?? networks.find((one) => one.name === name);
  if (exact) return exact;
  const begun = text === "" ? [] : networks.filter(({ id }) => id.startsWith(text));
  if (begun.length > 1)
    return { error: `network ${text} is ambiguous (${begun.length} matches found based on ID prefix)` };
  return begun[0] ?? { error: `network ${text} not found` };
}
