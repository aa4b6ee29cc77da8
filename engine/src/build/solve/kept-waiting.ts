import type { PlannedStep } from "../plan/plan.ts";
import type { StageWork } from "./solved.ts";
import type { SourceRead } from "../plan/source-reads.ts";

/**
 * Names of the steps that one depends on and that have not begun, nearest last.
 *
 * They are those of its own stage above it, and all of the stages that any of these stands on or reads from.
 */
export function keptWaiting(
  work: StageWork,
  step: PlannedStep,
  works: ReadonlyMap<number, StageWork>,
  readsOf: (step: PlannedStep) => readonly SourceRead[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<number>();
  const below = ({ stage: { steps, start }, next }: StageWork, until: number): void => {
    if (start.kind === "stage") whole(start.index);
    for (const each of steps.slice(next, until)) {
      sourcesOf(each);
      names.add(each.name);
    }
  };
  const whole = (index: number): void => {
    const other = works.get(index);
    if (!other || seen.has(index)) return;
    seen.add(index);
    below(other, other.stage.steps.length);
  };
  const sourcesOf = (each: PlannedStep): void => {
    for (const { from } of readsOf(each)) if (from.kind === "stage") whole(from.index);
  };
  sourcesOf(step);
  below(work, work.stage.steps.indexOf(step));
  return names;
}
