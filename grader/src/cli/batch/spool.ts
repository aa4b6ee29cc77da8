import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../report.ts";
import { linesOf } from "../reports/lines-of.ts";
import { writeAll } from "../output/write-all.ts";

/** Reports laid aside on disk, for formats that go through all of them several times: memory stays flat however many there are. */
export class Spool implements Iterable<Report> {
  readonly #folder = mkdtempSync(join(tmpdir(), "drydock-grade-"));
  readonly #file = openSync(join(this.#folder, "reports.ndjson"), "wx+");
  #open = true;

  constructor() {
    /* What is open can be read without a name, and is gone however the process ends. Windows does not know that. */
    if (process.platform !== "win32") this.#remove();
  }

  /** A line as the format ndjson writes it. */
  add(line: string): void {
    writeAll(this.#file, line);
  }

  *[Symbol.iterator](): Generator<Report> {
    for (const { line } of linesOf(this.#file)) yield JSON.parse(line.toString("utf8")) as Report;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.#file);
    this.#remove();
  }

  #remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
