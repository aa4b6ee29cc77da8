import { availableParallelism } from "node:os";
import { didYouMean } from "../look/did-you-mean.ts";
import type { Sink } from "./arguments.ts";
import { UsageError } from "./exit-status.ts";
import { layouts } from "./layouts/index.ts";
import type { AttemptRule } from "./plan.ts";
import { WALL_CLOCK } from "./wall-clock.ts";
import { readNumber } from "./read-number.ts";

/** What only `batch` is told. */
export interface BatchWords {
  readonly lesson: string;
  readonly submissions: string;
  readonly jobs: number;
  /** Which part of how many; 0 and `of` are the same one, so that schedulers may count from 0 or from 1. */
  readonly shard: readonly [number: number, of: number];
  /** Milliseconds of wall clock that a submission may take; after that it is an error of ours and no score. */
  readonly limit: number;
  readonly layout: string;
  readonly roster: string | undefined;
  readonly attempt: AttemptRule | undefined;
  readonly late: string | undefined;
  /** The report of the run that is gone on with. */
  readonly resume: string | undefined;
  readonly cache: string | undefined;
}

interface Values {
  readonly jobs?: string | undefined;
  readonly timeout?: string | undefined;
  readonly shard?: string | undefined;
  readonly layout?: string | undefined;
  readonly roster?: string | undefined;
  readonly attempt?: string | undefined;
  readonly late?: string | undefined;
  readonly resume?: boolean | undefined;
  readonly cache?: string | undefined;
}

const ATTEMPTS: readonly AttemptRule[] = ["best", "last", "first", "all"];

/** @throws {UsageError} */
export function readBatchWords(
  [lesson, submissions, ...more]: readonly string[],
  values: Values,
  sinks: readonly Sink[],
): BatchWords {
  if (lesson === undefined || submissions === undefined || more.length > 0)
    throw new UsageError("expected batch LESSON SUBMISSIONS");
  const line = sinks.find(({ format, file }) => format.name === "ndjson" && file !== undefined);
  if (values.resume && !line)
    throw new UsageError("--resume goes on with a file of lines; give --report ndjson=FILE too");
  return {
    lesson,
    submissions,
    jobs:
      values.jobs === undefined ? availableParallelism() : readNumber("--jobs", values.jobs, 1, 256, true),
    limit: values.timeout === undefined ? WALL_CLOCK : readNumber("--timeout", values.timeout, 1, 600) * 1000,
    shard: readShard(values.shard),
    layout: oneOf("--layout", values.layout, ["auto", ...layouts.map(({ name }) => name)]) ?? "auto",
    roster: values.roster,
    attempt: oneOf("--attempt", values.attempt, ATTEMPTS),
    late: values.late,
    resume: values.resume ? line?.file : undefined,
    cache: values.cache,
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
