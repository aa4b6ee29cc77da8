import type { Range } from "../../core/position.ts";
import type { PlanError } from "./plan.ts";

/** An error at one place, at several in order of the file, or at none. */
export function planError(message: string, ...ranges: readonly Range[]): PlanError {
  const sorted = ranges.toSorted((a, b) => a.start.line - b.start.line);
  return { message, range: sorted[0], ranges: sorted };
}
