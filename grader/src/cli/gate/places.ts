import type { Lesson } from "../../lesson.ts";
import type { Verdict } from "../../report.ts";
import { rubricPlaces } from "../lesson/rubric-places.ts";
import { below } from "../output/shown.ts";

/** Where the parts of a rubric stand, as `path:line:column`. */
export class Places {
  readonly at: (path: readonly PropertyKey[]) => string;
  readonly #criteria: ReadonlyMap<string, string>;

  constructor(folder: string, { rubric }: Lesson) {
    this.at = rubricPlaces(folder);
    this.#criteria = new Map(
      (["criteria", "questions"] as const).flatMap((list) =>
        rubric[list].map(({ id }, i) => [id, this.at([list, i])] as const),
      ),
    );
  }

  /** A criterion or a question. */
  of(id: string): string {
    return this.#criteria.get(id) ?? this.at([]);
  }

  /** What a verdict on an attempt is about: the criterion, or for one that stands in no rubric the line of the attempt. */
  ofVerdict(attempt: string, { id, cause }: Verdict): string {
    const place = this.#criteria.get(id);
    if (place !== undefined) return place;
    const { file, range } = cause ?? { file: "Dockerfile", range: { start: { line: 1, column: 1 } } };
    return `${below(attempt, file)}:${range.start.line}:${range.start.column}`;
  }
}
