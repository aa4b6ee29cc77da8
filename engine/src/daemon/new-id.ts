import { sha256 } from "../core/sha256.ts";
import { encode } from "../core/bytes.ts";
import type { DaemonState } from "./state.ts";

/** 64 hex digits that nobody has had before; the same for the same seed and history. */
export function newId(
  state: DaemonState,
  seed: string,
): { readonly id: string; readonly state: DaemonState } {
  const counter = state.counter + 1;
  return { id: sha256(encode(`${seed} ${counter}`)), state: { ...state, counter } };
}
