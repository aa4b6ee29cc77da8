import { parseArgs } from "node:util";
import { didYouMean } from "../look/did-you-mean.ts";
import { findReportFormat, reportFormats } from "../reports/index.ts";
import type { ReportFormat } from "../reports/format.ts";
import { type BatchWords, readBatchWords } from "./batch-words.ts";
import { UsageError } from "./exit-status.ts";
import { readNumber } from "./read-number.ts";

/** Where a report goes: a file, or standard output. */
export interface Sink {
  readonly format: ReportFormat;
  readonly file: string | undefined;
}

export type Invocation =
  | { readonly command: "help" | "version" }
  | { readonly command: "schema"; readonly of: "rubric" }
  | {
      readonly command: "explain";
      readonly lesson: string;
      readonly submission: string;
      readonly criterion: string;
    }
  | { readonly command: "check"; readonly lessons: readonly string[]; readonly mutate: boolean }
  | {
      readonly command: "grade";
      readonly lesson: string;
      readonly submission: string;
      readonly sinks: readonly Sink[];
      readonly failUnder: number | undefined;
    }
  | ({
      readonly command: "batch";
      readonly sinks: readonly Sink[];
      readonly failUnder: number | undefined;
    } & BatchWords);

const OPTIONS = {
  report: { type: "string", multiple: true },
  jobs: { type: "string" },
  shard: { type: "string" },
  "fail-under": { type: "string" },
  layout: { type: "string" },
  roster: { type: "string" },
  attempt: { type: "string" },
  late: { type: "string" },
  timeout: { type: "string" },
  resume: { type: "boolean" },
  cache: { type: "string" },
  mutate: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

const COMMANDS = ["batch", "check", "explain", "schema", "help"] as const;

/** Reads the words of the command. @throws {UsageError} */
export function readArguments(words: readonly string[]): Invocation {
  const { values, positionals } = parse(words);
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  const [first, ...rest] = positionals;
  if (first === undefined) throw new UsageError("LESSON and SUBMISSION are missing");
  if (first === "help") return { command: "help" };
  if (first === "schema") {
    if (rest[0] !== "rubric" || rest.length > 1) throw new UsageError("expected schema rubric");
    return { command: "schema", of: "rubric" };
  }
  if (first === "explain") {
    const [lesson, submission, criterion, ...more] = rest;
    if (lesson === undefined || submission === undefined || criterion === undefined || more.length > 0)
      throw new UsageError("expected explain LESSON SUBMISSION CRITERION");
    return { command: "explain", lesson, submission, criterion };
  }
  if (first === "check") return { command: "check", lessons: rest, mutate: values.mutate ?? false };
  const sinks = (values.report ?? []).map(readSink);
  if (sinks.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError(
      "only one report can go to standard output; give the others a file: --report FORMAT=FILE",
    );
  const failUnder =
    values["fail-under"] === undefined ? undefined : readNumber("--fail-under", values["fail-under"], 0, 100);
  if (first === "batch") {
    return { command: "batch", sinks, failUnder, ...readBatchWords(rest, values, sinks) };
  }
  const [submission, ...more] = rest;
  if (submission === undefined || more.length > 0) {
    const near = didYouMean(first, COMMANDS);
    throw new UsageError(`expected LESSON SUBMISSION${near === undefined ? "" : `; did you mean ${near}?`}`);
  }
  return { command: "grade", lesson: first, submission, sinks, failUnder };
}

function parse(
  words: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, option = ""] = /'--?([\w-]+)/.exec(message) ?? [];
    const near = didYouMean(option, Object.keys(OPTIONS));
    throw new UsageError(
      `${message.split(". ")[0]}${near === undefined || near === option ? "" : `; did you mean --${near}?`}`,
    );
  }
}

function readSink(text: string): Sink {
  const at = text.indexOf("=");
  const name = at < 0 ? text : text.slice(0, at);
  const format = findReportFormat(name);
  const names = reportFormats.map((each) => each.name);
  if (!format) {
    const near = didYouMean(name, names);
    throw new UsageError(
      `no report format is called ${JSON.stringify(name)}; ${near === undefined ? `expected ${names.join(", ")}` : `did you mean ${near}?`}`,
    );
  }
  const file = at < 0 ? undefined : text.slice(at + 1);
  if (file === "") throw new UsageError(`--report ${name}= names no file`);
  return { format, file };
}
