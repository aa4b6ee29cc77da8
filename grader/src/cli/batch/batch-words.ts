import { availableParallelism } from "node:os";
import { didYouMean } from "../../look/words/did-you-mean.ts";
import { UsageError } from "../exit-status.ts";
import { layouts } from "../layouts/index.ts";
import { readTimeout } from "../words/common-options.ts";
import type { AttemptRule } from "./plan.ts";
import { readNumber } from "../words/read-number.ts";
import type { Sink } from "../reports/report-options.ts";
import type { Words } from "../words/words.ts";

/** What only `batch` is told. */
export interface BatchWords {
  readonly lesson: string;
  readonly submissions: string;
  readonly jobs: number;
  /** Which part of how many; 0 and `of` are the same one, so that schedulers may count from 0 or from 1. */
  readonly shard: readonly [number: number, of: number];
  /** Milliseconds of the processor that a submission may take; after that it is an error of ours and no score. */
  readonly limit: number;
  readonly layout: string;
  readonly roster: string | undefined;
  readonly attempt: AttemptRule | undefined;
  readonly late: string | undefined;
  readonly overrides: string | undefined;
  /** The report of the run that is gone on with. */
  readonly resume: string | undefined;
  readonly cache: string | undefined;
}

/** What `--attempt` may be. */
export const ATTEMPTS: readonly AttemptRule[] = ["best", "last", "first", "all"];

/** @throws {UsageError} */
export function readBatchWords(words: Words, sinks: readonly Sink[]): BatchWords {
  const line = sinks.find(({ format, file }) => format.name === "ndjson" && file !== undefined);
  const resume = words.has("resume");
  if (resume && !line)
    throw new UsageError("--resume goes on with a file of lines; give --report ndjson=FILE too");
  const jobs = words.value("jobs");
  return {
    lesson: words.operand(0),
    submissions: words.operand(1),
    jobs: jobs === undefined ? availableParallelism() : readNumber("--jobs", jobs, 1, 256, true),
    limit: readTimeout(words),
    shard: readShard(words.value("shard")),
    layout: oneOf("--layout", words.value("layout"), ["auto", ...layouts.map(({ name }) => name)]) ?? "auto",
    roster: words.value("roster"),
    attempt: oneOf("--attempt", words.value("attempt"), ATTEMPTS),
    late: words.value("late"),
    overrides: words.value("overrides"),
    resume: resume ? line?.file : undefined,
    cache: words.value("cache"),
  };
}

function oneOf<Word extends string>(
  option: string,
  text: string | undefined,
  words: readonly Word[],
): Word | undefined {
  const word = words.find((each) => each === text);
  if (word !== undefined || text === undefined) return word;
  const near = didYouMean(text, words);
  throw new UsageError(
    `${option} cannot be ${JSON.stringify(text)}; ${near === undefined ? `expected ${words.join(", ")}` : `did you mean ${near}?`}`,
  );
}

function readShard(text: string | undefined): readonly [number, number] {
  if (text === undefined) return [1, 1];
  const [, index = "", of = ""] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  if (Number(of) < 1 || Number(index) > Number(of))
    throw new UsageError(
      `--shard expects I/N with I from 1 to N (or from 0, which is N), received ${JSON.stringify(text)}`,
    );
  return [Number(index), Number(of)];
}
