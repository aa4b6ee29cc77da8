import type { Report } from "../../report.ts";
import { ClassCriteria, type ClassCriterion } from "./class-criteria.ts";

/** The figures that stand above a class, counted a report at a time. */
export class ClassFigures {
  lesson = "No submissions";
  drydock = "";
  readonly #criteria = new ClassCriteria();
  /** How many have so many points. */
  readonly #points = new Map<number, number>();
  #maximum = 0;
  #graded = 0;
  #all = 0;
  #passed = 0;
  #hints = 0;
  #review = 0;

  add(report: Report): void {
    const { status, points, criteria } = report;
    if (this.#all++ === 0) {
      this.lesson = report.lesson;
      this.drydock = report.drydock;
    }
    if (status === "passed") this.#passed++;
    else if (status !== "failed") this.#review++;
    this.#hints += criteria.reduce((sum, { hint }) => sum + hint.next, 0);
    if (criteria.length === 0) return;
    if (this.#graded++ === 0) this.#maximum = report.maximum;
    this.#points.set(points, (this.#points.get(points) ?? 0) + 1);
    this.#criteria.add(report);
  }

  get nobody(): boolean {
    return this.#all === 0;
  }

  get criteria(): readonly ClassCriterion[] {
    return this.#criteria.list;
  }

  get shown(): Readonly<Record<string, string | number>> {
    return {
      "Handed in": this.#all,
      "All points": this.#passed,
      Median: this.#graded === 0 ? "–" : `${this.#median} of ${this.#maximum}`,
      "Hints taken": this.#hints,
      "To review": this.#review,
    };
  }

  /* Of an even number the mean of the two in the middle. */
  get #median(): number {
    const sorted = [...this.#points].sort(([one], [two]) => one - two);
    const at = (place: number): number => {
      let before = 0;
      for (const [points, count] of sorted) if ((before += count) > place) return points;
      return 0;
    };
    return (at((this.#graded - 1) >> 1) + at(this.#graded >> 1)) / 2;
  }
}
