import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Report } from "../report.ts";
import type { Sink } from "./arguments.ts";

/** Writes all of a text, also where a pipe takes it in pieces. */
export function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** Opens a file for a report, its folder made if need be; undefined is standard output. */
function openSink(file: string | undefined): number {
  if (file === undefined) return 1;
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, "w");
}

/** One report into each sink. */
export function writeOne(sinks: readonly Sink[], report: Report): void {
  for (const { format, file } of sinks) {
    const to = openSink(file);
    writeAll(to, format.one(report));
    if (to !== 1) closeSync(to);
  }
}

/** Files that many reports go into, one after the other. */
export class OpenSinks {
  readonly #open: readonly { readonly sink: Sink; readonly to: number; readonly kept: string[] }[];
  #count = 0;

  constructor(sinks: readonly Sink[]) {
    this.#open = sinks.map((sink) => ({ sink, to: openSink(sink.file), kept: [] }));
    for (const { sink, to } of this.#open) if (!sink.format.ofClass) writeAll(to, sink.format.open);
  }

  /** `entries`: what each sink's format makes of the report, in order of the sinks. */
  add(entries: readonly string[]): void {
    for (const [i, { sink, to, kept }] of this.#open.entries())
      if (sink.format.ofClass) kept.push(entries[i] ?? "");
      else writeAll(to, (this.#count > 0 ? sink.format.between : "") + (entries[i] ?? ""));
    this.#count++;
  }

  close(): void {
    for (const { sink, to, kept } of this.#open) {
      writeAll(to, sink.format.ofClass?.(kept) ?? sink.format.close);
      if (to !== 1) closeSync(to);
    }
  }
}
