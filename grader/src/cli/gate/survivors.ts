import type { Lesson } from "../../lesson.ts";
import { rubricPlaces } from "../lesson/rubric-places.ts";
import { below } from "../output/shown.ts";
import { type TriedMutant, tryMutants } from "./try-mutants.ts";

/** What became of every small change of a lesson's solution. */
export interface MutantsTold {
  /** What has to be mended: `path:line:column: message`, one a line. */
  readonly problems: readonly string[];
  /** How many cost points, leave the same build behind, keep every point for a reason that the rubric gives, and for none. */
  readonly counts: {
    readonly killed: number;
    readonly same: number;
    readonly excused: number;
    readonly survived: number;
  };
}

/**
 * Changes of a lesson's solution that keep every point although their build is another one, but for those that the rubric tolerates with
 * a reason; and reasons for changes that do not survive. `path:line:column: message`, one a line.
 */
export const survivors = (folder: string, lesson: Lesson): readonly string[] =>
  mutantsTold(folder, lesson).problems;

/** The same with the figures of the others. */
export function mutantsTold(folder: string, lesson: Lesson): MutantsTold {
  const { tolerates } = lesson.rubric;
  const tried = [...tryMutants(lesson)];
  const count = (wanted: TriedMutant["fate"]): number => tried.filter(({ fate }) => fate === wanted).length;
  const found = tried
    .filter(({ fate }) => fate === "survives")
    .map(({ mutant: { line, what }, file }) => ({ line, what, file }));
  const left = found.filter(({ what }) => !tolerates.some(({ change }) => change === what));
  const place = rubricPlaces(folder);
  const problems = [
    ...left.map(
      ({ line, what, file }) =>
        `${below(folder, "solution", file)}:${line}:1: survives with every point: ${what}`,
    ),
    ...tolerates.flatMap(({ change }, i) =>
      found.some(({ what }) => what === change)
        ? []
        : [`${place(["tolerates", i, "change"])}: no mutant survives as ${JSON.stringify(change)}`],
    ),
  ];
  const counts = {
    killed: count("caught"),
    same: count("same"),
    excused: found.length - left.length,
    survived: left.length,
  };
  return { problems, counts };
}
