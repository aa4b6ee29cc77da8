import type { CachedResult } from "./cache.ts";
import type { PlannedStep } from "../plan/plan.ts";

/** What BuildKit notes beside a step's result: for RUN the program and its cache mounts, else the step's name. */
export function cacheNotes(step: PlannedStep): Pick<CachedResult, "about" | "caches"> {
  if (step.kind !== "run") return { about: step.name };
  const caches = step.mounts
    .filter(({ type }) => type === "cache")
    .map(({ id, target = "" }) => ({ id: id ?? target, target }));
  const about = `mount / from exec ${step.argv.join(" ")}`;
  return caches.length > 0 ? { about, caches } : { about };
}
