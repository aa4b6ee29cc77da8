import { didYouMean } from "../../look/words/did-you-mean.ts";
import type { Recipient, ReportFormat } from "../../reports/format.ts";
import { findReportFormat, reportFormats } from "../../reports/index.ts";
import type { Option } from "../words/command.ts";
import { UsageError } from "../exit-status.ts";
import type { Words } from "../words/words.ts";

/** Where a report goes: a file, or standard output. */
export interface Sink {
  readonly format: ReportFormat;
  readonly file: string | undefined;
}

const names = (): string[] => reportFormats.map(({ name }) => name);

/** What every command is told that writes reports. */
export const reportOptions: readonly Option[] = [
  {
    name: "report",
    value: "FORMAT[=FILE]",
    many: true,
    summary: `${reportFormats.map(({ name, summary }) => `${name} (${summary})`).join(", ")}; without FILE on standard output. Without this option: text on a terminal, else json, and ndjson where there are many.`,
    short: "a report in this format",
    choices: names,
  },
  {
    name: "at",
    value: "TIME",
    summary: "when the scores are sent, for ags and xapi: ISO 8601 with its zone; without it now.",
    choices: () => [],
  },
  {
    name: "site",
    value: "URL",
    summary: "address of the platform that knows the learners by their ids, for xapi.",
    choices: () => [],
  },
  {
    name: "assignment",
    value: "NAME",
    summary: "what the platform calls the assignment, for canvas: Title (number).",
    choices: () => [],
  },
];

/** @throws {UsageError} */
export function readSinks(words: Words): readonly Sink[] {
  const sinks = words.values("report").map(readSink);
  if (sinks.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError(
      "only one report can go to standard output; give the others a file: --report FORMAT=FILE",
    );
  return sinks;
}

/** Reports where none was asked for: for people on a terminal, for programs elsewhere. */
export function sinksOr(sinks: readonly Sink[], elsewhere: "json" | "ndjson"): readonly Sink[] {
  const format = findReportFormat(process.stdout.isTTY ? "text" : elsewhere);
  return sinks.length > 0 || !format ? sinks : [{ format, file: undefined }];
}

/** @throws {UsageError} */
export function readRecipient(words: Words): Recipient {
  const at = words.value("at");
  const time = at === undefined ? new Date() : new Date(at);
  if (Number.isNaN(time.getTime()) || (at !== undefined && !/T.*(?:Z|[+-]\d\d:\d\d)$/.test(at)))
    throw new UsageError(
      `--at expects a time with its zone, such as 2026-11-20T23:59:00Z, received ${JSON.stringify(at)}`,
    );
  const site = (words.value("site") ?? "https://drydock.invalid").replace(/\/+$/, "");
  if (!/^https?:\/\/[^\s/]+/.test(site))
    throw new UsageError(
      `--site expects an address such as https://school.example, received ${JSON.stringify(site)}`,
    );
  return { at: time.toISOString(), site, assignment: words.value("assignment") };
}

function readSink(text: string): Sink {
  const at = text.indexOf("=");
  const name = at < 0 ? text : text.slice(0, at);
  const format = findReportFormat(name);
  if (!format) {
    const near = didYouMean(name, names());
    throw new UsageError(
      `no report format is called ${JSON.stringify(name)}; ${near === undefined ? `expected ${names().join(", ")}` : `did you mean ${near}?`}`,
    );
  }
  const file = at < 0 ? undefined : text.slice(at + 1);
  if (file === "") throw new UsageError(`--report ${name}= names no file`);
  return { format, file };
}
