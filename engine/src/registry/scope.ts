import type { Route } from "./route.ts";

/** Something that a client may or may not do, as tokens and errors say it: `repository:learner/app:pull,push`. */
export interface Scope {
  readonly type: "repository" | "registry";
  readonly name: string;
  readonly actions: readonly string[];
}

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  GET: ["pull"],
  HEAD: ["pull"],
  DELETE: ["delete"],
};

/** What a request needs (distribution/distribution, registry/handlers/app.go, "appendAccessRecords"); `/v2/` needs nothing more. */
export function scopesOf(method: string, { name }: Route, path: string, from?: string): readonly Scope[] {
  if (path === "/v2/_catalog") return [{ type: "registry", name: "catalog", actions: ["*"] }];
  if (name === "") return [];
  const own: Scope = { type: "repository", name, actions: ACTIONS[method] ?? ["pull", "push"] };
  return from === undefined ? [own] : [own, { type: "repository", name: from, actions: ["pull"] }];
}

export const scopeText = ({ type, name, actions }: Scope): string => `${type}:${name}:${actions.join(",")}`;

/** `repository:NAME:pull,push`; a name may have colons of its own, as a host with a port has. */
export function parseScope(text: string): Scope | undefined {
  const match = /^(repository|registry)(?:\([^)]*\))?:(.+):([a-z*,]+)$/.exec(text);
  if (!match) return undefined;
  const [, type, name = "", actions = ""] = match;
  return { type: type === "registry" ? "registry" : "repository", name, actions: actions.split(",") };
}
