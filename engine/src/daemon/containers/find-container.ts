import type { Container } from "./container.ts";
import type { DaemonState } from "../state.ts";

/** The container of that id, name, or beginning of an id; else Docker's words. */
export function findContainer(
  state: DaemonState,
  text: string,
): Container | { readonly error: string; readonly missing: true } {
  const name = text.replace(/^\//, "");
  const exact =
    state.containers.find(({ id }) => id === text) ?? state.containers.find((one) => one.name === name);
  if (exact) return exact;
  const byPrefix = /^[0-9a-f]+$/.test(text) ? state.containers.filter(({ id }) => id.startsWith(text)) : [];
  return (byPrefix.length === 1 && byPrefix[0]) || { error: `No such container: ${text}`, missing: true };
}

export const replaceContainer = (state: DaemonState, container: Container): DaemonState => ({
  ...state,
  containers: state.containers.map((one) => (one.id === container.id ? container : one)),
});
