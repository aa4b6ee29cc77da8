import type { Report } from "../../report.ts";
import type { Recipient, ReportFormat } from "../../reports/format.ts";
import { ndjson } from "../../reports/ndjson.ts";
import { coloured, wantsColour } from "../output/coloured.ts";
import { OpenFile } from "../output/open-file.ts";
import type { Sink } from "../reports/report-options.ts";
import { Spool } from "./spool.ts";

/** One report into each sink. */
export function writeOne(sinks: readonly Sink[], report: Report, to: Recipient): void {
  for (const { format, file } of sinks) {
    const open = new OpenFile(file, false);
    const whole = format.one(report, to);
    const paint = format.name === "text" && file === undefined && wantsColour();
    open.write(paint ? coloured(whole) : whole);
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
    for (const { format, file } of this.#open) if (!format.ofClass) file.write(format.open);
  }

  add({ each, line }: Entries): void {
    for (const [i, { format, file }] of this.#open.entries())
      if (!format.ofClass) file.write((this.#count > 0 ? format.between : "") + (each[i] ?? ""));
    this.#spool?.add(line);
    this.#count++;
  }

  close(): void {
    for (const { format, file } of this.#open) {
      const whole = format.ofClass && this.#spool ? format.ofClass(this.#spool, this.#to) : [format.close];
      file.writePieces(whole);
      file.close();
    }
    this.#spool?.close();
  }

  /** No more comes, and none of it is whole: what tells of a class is not begun, lines that are written stay. */
  drop(): void {
    for (const { file } of this.#open) file.drop();
    this.#spool?.close();
  }
}
