import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import type { Report } from "../report.ts";
import type { Recipient, ReportFormat } from "../reports/format.ts";
import { ndjson } from "../reports/ndjson.ts";
import type { Sink } from "./report-options.ts";
import { Spool } from "./spool.ts";
import { writeAll, writePieces } from "./write-all.ts";

/** Opens a file for a report, its folder made if need be; undefined is standard output. */
function openSink(file: string | undefined): number {
  if (file === undefined) return 1;
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, "w");
}

/** One report into each sink. */
export function writeOne(sinks: readonly Sink[], report: Report, to: Recipient): void {
  for (const { format, file } of sinks) {
    const open = openSink(file);
    writeAll(open, format.one(report, to));
    if (open !== 1) closeSync(open);
  }
}

/** What one report is in each format, and the line that formats of a whole class are made of; empty where there is none. */
export interface Entries {
  readonly each: readonly string[];
  readonly line: string;
}

export const entriesOf = (report: Report, formats: readonly ReportFormat[], to: Recipient): Entries => ({
  each: formats.map((format) => (format.ofClass ? "" : format.entry(report, to))),
  line: formats.some(({ ofClass }) => ofClass) ? ndjson.entry(report, to) : "",
});

/** Files that many reports go into, one after the other. */
export class OpenSinks {
  readonly #open: readonly { readonly format: ReportFormat; readonly file: number }[];
  readonly #spool: Spool | undefined;
  readonly #to: Recipient;
  #count = 0;

  constructor(sinks: readonly Sink[], to: Recipient) {
    this.#to = to;
    this.#open = sinks.map(({ format, file }) => ({ format, file: openSink(file) }));
    this.#spool = sinks.some(({ format }) => format.ofClass) ? new Spool() : undefined;
    for (const { format, file } of this.#open) if (!format.ofClass) writeAll(file, format.open);
  }

  add({ each, line }: Entries): void {
    for (const [i, { format, file }] of this.#open.entries())
      if (!format.ofClass) writeAll(file, (this.#count > 0 ? format.between : "") + (each[i] ?? ""));
    this.#spool?.add(line);
    this.#count++;
  }

  close(): void {
    for (const { format, file } of this.#open) {
      writePieces(
        file,
        format.ofClass && this.#spool ? format.ofClass(this.#spool, this.#to) : [format.close],
      );
      if (file !== 1) closeSync(file);
    }
    this.#spool?.close();
  }
}
