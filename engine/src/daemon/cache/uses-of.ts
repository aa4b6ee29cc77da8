import type { CacheUse, CacheUses } from "./cache-uses.ts";
import { sentSources } from "./sent-sources.ts";
import type { DaemonState } from "../state.ts";

/** What the build cache has records of; a machine that was saved before they were kept is taken to have used each thing once. */
export function usesOf({
  cache,
  cacheUses,
  sent,
  time,
}: Pick<DaemonState, "cache" | "cacheUses" | "sent" | "time">): CacheUses {
  if (cacheUses) return cacheUses;
  const uses = new Map<Parameters<CacheUses["get"]>[0], CacheUse>();
  const once = (key: Parameters<CacheUses["get"]>[0], created: number): void => {
    uses.set(key, { created, used: created, count: 1, exported: true });
  };
  if (sent) for (const source of sentSources(sent.result)) once(source, time);
  for (const one of cache.results()) {
    if (!one.layer) continue;
    if (!one.parent && one.layer.lower.children.size > 0) once(one.layer.lower, one.created);
    once(one, one.created);
  }
  return uses;
}
