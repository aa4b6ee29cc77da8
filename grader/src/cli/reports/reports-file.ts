import { closeSync, existsSync, openSync, statSync } from "node:fs";
import type { Report } from "../../report.ts";
import { readReport } from "../../read-report.ts";
import { UsageError } from "../exit-status.ts";
import { linesOf } from "./lines-of.ts";

/** The reports of a file of lines, read one by one as often as they are gone through. @throws {UsageError} with the line that is none. */
export class ReportsFile implements Iterable<Report> {
  readonly path: string;

  constructor(path: string) {
    if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
    /* It is gone through as often as somebody asks; a pipe would be empty then. */
    if (!statSync(path).isFile())
      throw new UsageError(
        `${path} is ${statSync(path).isDirectory() ? "a folder" : "a pipe or a device"}; expected a file`,
      );
    this.path = path;
  }

  *[Symbol.iterator](): Generator<Report> {
    const file = openSync(this.path, "r");
    try {
      let number = 0;
      const lines = linesOf(file);
      for (let next = lines.next(); ; next = lines.next()) {
        number++;
        if (next.done) {
          if (next.value.rest > 0)
            throw new UsageError(
              `${this.path}:${number}: the last line is cut off; finish the run with --resume`,
            );
          return;
        }
        if (next.value.line.length > 0) yield this.#report(next.value.line, number);
      }
    } finally {
      closeSync(file);
    }
  }

  #report(line: Buffer, number: number): Report {
    try {
      return readReport(JSON.parse(line.toString("utf8")));
    } catch (error) {
      const why = error instanceof SyntaxError || !(error instanceof Error) ? "it is no JSON" : error.message;
      throw new UsageError(`${this.path}:${number}: ${why}; expected what --report ndjson writes`);
    }
  }
}
