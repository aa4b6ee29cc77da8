import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { DRYDOCK_VERSION } from "../../drydock-version.ts";
import type { Lesson } from "../../lesson.ts";
import { readReport } from "../../read-report.ts";
import type { Report } from "../../report.ts";
import { linesOf } from "../reports/lines-of.ts";

/**
 * Reports of an earlier run that did not come to its end, by id: `--resume`.
 *
 * Only whole reports count: a torn line is graded again, and so is what another version of lesson or Drydock said, and an error. Lines stay
 * in the file, only their places are held.
 */
export class KeptLines {
  readonly #places = new Map<string, { readonly from: number; readonly to: number }>();
  readonly #file: string;

  constructor(file: string, lesson: Lesson) {
    this.#file = file;
    if (!existsSync(file)) return;
    const open = openSync(file, "r");
    try {
      for (const { from, line } of linesOf(open)) {
        const report = parsed(line);
        if (
          report?.lesson === lesson.id &&
          report.lessonVersion === lesson.version &&
          report.drydock === DRYDOCK_VERSION &&
          report.status !== "error"
        )
          this.#places.set(report.submission.id, { from, to: from + line.length });
      }
    } finally {
      closeSync(open);
    }
  }

  get size(): number {
    return this.#places.size;
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  report(id: string): Report | undefined {
    const place = this.#places.get(id);
    if (!place) return undefined;
    const open = openSync(this.#file, "r");
    try {
      const bytes = Buffer.alloc(place.to - place.from);
      readSync(open, bytes, 0, bytes.length, place.from);
      return parsed(bytes);
    } finally {
      closeSync(open);
    }
  }
}

function parsed(line: Buffer): Report | undefined {
  try {
    return readReport(JSON.parse(line.toString("utf8")));
  } catch {
    return undefined;
  }
}
