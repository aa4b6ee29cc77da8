import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
} from "node:fs";
import type { Lesson } from "../../lesson.ts";
import { KeptLines } from "./kept-lines.ts";

/**
 * What earlier runs into a file have finished. The file itself is written anew, in order; until that is done, the earlier lines lie beside
 * it in `FILE.before`, so that a run that is killed while it resumes loses nothing either.
 */
export class Resumed {
  readonly lines: KeptLines;
  readonly #before: string;

  constructor(file: string, lesson: Lesson) {
    this.#before = `${file}.before`;
    if (existsSync(file)) {
      if (existsSync(this.#before)) {
        /* The line feed ends a torn line: it is no JSON then, and is graded again. */
        appendFileSync(this.#before, Buffer.concat([Buffer.from("\n"), readFileSync(file)]));
        truncateSync(file);
      } else {
        copyFileSync(file, `${this.#before}.new`);
        renameSync(`${this.#before}.new`, this.#before);
      }
    }
    this.lines = new KeptLines(this.#before, lesson);
  }

  /** All is in the new file. */
  finish(): void {
    rmSync(this.#before, { force: true });
  }
}
