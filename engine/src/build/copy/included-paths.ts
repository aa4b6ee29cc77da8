import { isBadPattern } from "../../context/match.ts";
import { clean } from "../../vfs/path.ts";
import type { Plan } from "../plan/plan.ts";
import { sourceReads } from "../plan/source-reads.ts";

/**
 * Why the client cannot be asked for the files that a build reads from its context: sources are patterns to it, and one of
 * them is none. Undefined where all are, or where the whole context is asked for [measured on Docker 28.5.2].
 */
export function includesProblem(plan: Plan): string | undefined {
  const paths = new Set<string>();
  for (const step of plan.stages.flatMap(({ steps }) => steps))
    for (const { from, paths: read } of sourceReads(step, plan))
      if (from.kind === "context") for (const path of read) paths.add(clean(`/${path}`).slice(1));
  if (paths.has("") || ![...paths].some(isBadPattern)) return undefined;
  return `rpc error: code = Unknown desc = invalid includepatterns: [${[...paths].sort().join(" ")}]: syntax error in pattern`;
}
