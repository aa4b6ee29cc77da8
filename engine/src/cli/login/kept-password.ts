import type { RegistryState } from "../../registry/registry-state.ts";

/** What no keyboard types. */
const MARK = "\u0000";
/** Stand for a password in what is kept of a session: the one of the account that logs in, or one that is nobody's. */
const RIGHT = `${MARK}the password of the account`;
const OTHER = `${MARK}another password`;

/**
 * What may be kept of a password that was typed: not the text, only whether it is one of an account. Typed again, it comes to
 * the same. Line ends stay.
 */
export function keptPassword(typed: string, registries: ReadonlyMap<string, RegistryState>): string {
  const [, text = "", end = ""] = /^(.*?)(\r?\n?)$/s.exec(typed) ?? [];
  if (text === "" || text.startsWith(MARK)) return typed;
  const right = [...registries.values()].some(({ accounts }) => [...accounts.values()].includes(text));
  return (right ? RIGHT : OTHER) + end;
}

/** The password that is meant: what was typed, or what stands for it. */
export const meantPassword = (typed: string, registry: RegistryState | undefined, username: string): string =>
  typed === RIGHT ? (registry?.accounts.get(username) ?? typed) : typed;
