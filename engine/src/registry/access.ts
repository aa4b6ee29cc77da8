import type { RegistryState } from "./registry-state.ts";

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Whether name and password are those of an account. */
export const knows = (registry: RegistryState, login: Credentials | undefined): boolean =>
  login !== undefined && registry.accounts.get(login.username) === login.password;

export const canPull = (registry: RegistryState, login: Credentials | undefined): boolean =>
  registry.access !== "basic" || knows(registry, login);

/** On a hub only the owner may push; a registry with a password lets all of its accounts. */
export function canPush(
  registry: RegistryState,
  login: Credentials | undefined,
  repository: string,
): boolean {
  if (registry.access === "none") return true;
  if (!knows(registry, login)) return false;
  return registry.access === "basic" || repository.startsWith(`${login?.username ?? ""}/`);
}
