import type { Lesson } from "../lesson.ts";
import { dockerfilePath } from "../rubric/dockerfile-path.ts";
import { rubricPlaces } from "./rubric-places.ts";
import { below } from "./shown.ts";
import { tryMutants } from "./try-mutants.ts";

/**
 * Changes of a lesson's solution that keep every point although their build is another one, but for those that the rubric tolerates with
 * a reason; and reasons for changes that do not survive. `path:line:column: message`, one a line.
 */
export function survivors(folder: string, lesson: Lesson): string[] {
  const { tolerates, image } = lesson.rubric;
  const found = [...tryMutants(lesson)].filter(({ fate }) => fate === "survives").map(({ mutant }) => mutant);
  const place = rubricPlaces(folder);
  return [
    ...found
      .filter(({ what }) => !tolerates.some(({ change }) => change === what))
      .map(
        ({ line, what }) =>
          `${below(folder, "solution", dockerfilePath(image))}:${line}:1: survives with every point: ${what}`,
      ),
    ...tolerates.flatMap(({ change }, i) =>
      found.some(({ what }) => what === change)
        ? []
        : [`${place(["tolerates", i, "change"])}: no mutant survives as ${JSON.stringify(change)}`],
    ),
  ];
}
