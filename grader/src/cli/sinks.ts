import { closeSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Report } from "../report.ts";
import type { Recipient, ReportFormat } from "../reports/format.ts";
import { ndjson } from "../reports/ndjson.ts";
import { coloured, wantsColour } from "./coloured.ts";
import type { Sink } from "./report-options.ts";
import { Spool } from "./spool.ts";
import { writeAll, writePieces } from "./write-all.ts";

/** A file that is being written. Where `aside` says so under another name until it is whole: its old contents may still be read. */
class OpenFile {
  readonly to: number;
  readonly #name: string | undefined;
  readonly #until: string | undefined;

  constructor(name: string | undefined, aside: boolean) {
    this.#name = name;
    this.#until = name === undefined || !aside ? name : `${name}.${process.pid}.new`;
    if (name !== undefined) mkdirSync(dirname(name), { recursive: true });
    this.to = this.#until === undefined ? 1 : openSync(this.#until, "w");
  }

  close(): void {
    if (this.#name === undefined || this.#until === undefined) return;
    closeSync(this.to);
    if (this.#until !== this.#name) renameSync(this.#until, this.#name);
  }

  drop(): void {
    if (this.#until === undefined) return;
    closeSync(this.to);
    if (this.#until !== this.#name) rmSync(this.#until, { force: true });
  }
}

/** One report into each sink. */
export function writeOne(sinks: readonly Sink[], report: Report, to: Recipient): void {
  for (const { format, file } of sinks) {
    const open = new OpenFile(file, false);
    const whole = format.one(report, to);
    const paint = format.name === "text" && file === undefined && wantsColour();
    writeAll(open.to, paint ? coloured(whole) : whole);
    open.close();
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
  readonly #open: readonly { readonly format: ReportFormat; readonly file: OpenFile }[];
  readonly #spool: Spool | undefined;
  readonly #to: Recipient;
  #count = 0;

  constructor(sinks: readonly Sink[], to: Recipient, aside = false) {
    this.#to = to;
    this.#open = sinks.map(({ format, file }) => ({ format, file: new OpenFile(file, aside) }));
    this.#spool = sinks.some(({ format }) => format.ofClass) ? new Spool() : undefined;
    for (const { format, file } of this.#open) if (!format.ofClass) writeAll(file.to, format.open);
  }

  add({ each, line }: Entries): void {
    for (const [i, { format, file }] of this.#open.entries())
      if (!format.ofClass) writeAll(file.to, (this.#count > 0 ? format.between : "") + (each[i] ?? ""));
    this.#spool?.add(line);
    this.#count++;
  }

  close(): void {
    for (const { format, file } of this.#open) {
      const whole = format.ofClass && this.#spool ? format.ofClass(this.#spool, this.#to) : [format.close];
      writePieces(file.to, whole);
      file.close();
    }
    this.#spool?.close();
  }

  /** Nothing of it is wanted any more. */
  drop(): void {
    for (const { file } of this.#open) file.drop();
    this.#spool?.close();
  }
}
