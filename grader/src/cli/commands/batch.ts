import { ATTEMPTS, readBatchWords } from "../batch/batch-words.ts";
import type { Command } from "../words/command.ts";
import {
  failUnderOption,
  overridesOption,
  quietOption,
  readFailUnder,
  timeoutOption,
} from "../words/common-options.ts";
import { layouts } from "../layouts/index.ts";
import { keepHeapsSmall } from "../batch/small-heaps.ts";
import { readRecipient, readSinks, reportOptions } from "../reports/report-options.ts";

const none = (): string[] => [];

export const batch: Command = {
  name: "batch",
  operands: ["LESSON", "SUBMISSIONS"],
  summary: "Grades everything in a folder or a zip, one line of the report for each learner",
  about: [
    "Lines of shards are merged with  cat shard-*.ndjson | LC_ALL=C sort  to the bytes of a single run.",
    "What is refused or goes wrong has its line too, and never stops the others.",
  ],
  options: [
    ...reportOptions,
    {
      name: "jobs",
      value: "N",
      summary: "threads; without it as many as there are cores.",
      choices: none,
    },
    {
      name: "shard",
      value: "I/N",
      summary: "part I of N, counted from 1, or from 0.",
      choices: none,
    },
    { name: "resume", summary: "keeps the finished lines of --report ndjson=FILE and grades the others." },
    {
      name: "cache",
      value: "DIR",
      summary: "verdicts on the same bytes by the same version are kept there; several runs may share it.",
    },
    {
      name: "layout",
      value: "LAYOUT",
      summary: `how the class is laid out: auto, ${layouts.map(({ name }) => name).join(", ")}.`,
      choices: () => ["auto", ...layouts.map(({ name }) => name)],
    },
    {
      name: "roster",
      value: "CSV",
      summary:
        "a heading and a row for each learner; the column id is what reports call them, the others are names that a platform knows them by.",
    },
    {
      name: "attempt",
      value: "RULE",
      summary: `which of several attempts counts, by number or time: ${ATTEMPTS.join(", ")}; all gives each a line of its own.`,
      choices: () => ATTEMPTS,
    },
    {
      name: "late",
      value: "FILE",
      short: "the rule for late work, as YAML",
      summary:
        "YAML: due, graceMinutes, perDay: {percent} or {points}, rejectAfterDays, extensions: {id: due}. The penalty stands beside the points, in the field late.",
    },
    timeoutOption,
    overridesOption,
    failUnderOption,
    quietOption,
  ],
  async run(words) {
    const sinks = readSinks(words);
    const asked = readBatchWords(words, sinks);
    const to = readRecipient(words);
    const failUnder = readFailUnder(words);
    keepHeapsSmall();
    const { batch: gradeAll } = await import("../batch/batch.ts");
    return gradeAll({ ...asked, sinks, to, failUnder, quiet: words.has("quiet") });
  },
};
