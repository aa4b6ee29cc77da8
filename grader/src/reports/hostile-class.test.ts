import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { junitProblems } from "../../testing/consumers/junit-problems.ts";
import { readPhpCsv, writePhpCsv } from "../../testing/consumers/php-csv.ts";
import { runnerCommands } from "../../testing/consumers/runner-commands.ts";
import { tapProblems } from "../../testing/consumers/tap-problems.ts";
import { randomClass } from "../../testing/random/random-class.ts";
import { RECIPIENT, sampleReport, sampleVerdict, writtenBy } from "../../testing/sample-report.ts";
import { readCsv } from "../cli/words/read-csv.ts";
import type { Report } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { reportFormats } from "./index.ts";

const SCHEMAS = new URL("../../testing/schemas/", import.meta.url);
const schemas = new Map(
  readdirSync(SCHEMAS).map((file) => [
    file.replace(/\.json$/, ""),
    z.fromJSONSchema(JSON.parse(readFileSync(new URL(file, SCHEMAS), "utf8"))),
  ]),
);
const formatOf = (name: string): ReportFormat => {
  const format = reportFormats.find((each) => each.name === name);
  if (!format) throw new Error(name);
  return format;
};

/* What the readers of each say about a file for a class; nothing is an empty list. */
const READERS: Readonly<Record<string, (file: string, reports: readonly Report[]) => readonly unknown[]>> = {
  csv: (file, reports) => [...oneRowEach(file, reports.length + 1), ...formulas(file)],
  canvas: (file, reports) => [
    ...oneRowEach(file, reports.length + (reports.length ? 2 : 1)),
    ...formulas(file),
  ],
  moodle: (file, reports) => [
    ...oneRowEach(file, reports.length + 1),
    ...formulas(file),
    ...differs(readPhpCsv(file), readCsv(file)),
    ...differs(readPhpCsv(writePhpCsv(readPhpCsv(file))), readCsv(file)),
  ],
  junit: junitProblems,
  tap: tapProblems,
  github(file) {
    const commands = runnerCommands(file);
    const levels = Map.groupBy(commands, (command) => command?.name ?? "no command");
    const known = ["file", "line", "endLine", "col", "endColumn", "title"];
    return [...levels].flatMap(([level, list]) => [
      ...(["error", "warning", "notice"].includes(level) ? [] : list),
      ...(list.length > (level === "notice" ? 11 : 10) ? [level] : []),
      ...list.flatMap((each) => Object.keys(each?.properties ?? {}).filter((key) => !known.includes(key))),
    ]);
  },
  markdown: (file) => [
    ...file.split("\n").filter((line) => !/^(?:|### .*|\| .* \||[^|*_]*)$/.test(line)),
    ...(file.match(/[[\]@`\\]|(?<!^#*|&)#|<(?!\/?code>)/gm) ?? []),
  ],
  html: (file) => file.match(/<script|javascript:|[^&]\son\w+="|https?:/g) ?? [],
  text: (file, reports) => differs([file.split("\n").length - 1], [reports.length]),
  ndjson: (file, reports) =>
    differs(
      file
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown),
      reports,
    ),
  json: (file, reports) => differs(JSON.parse(file), reports),
};

const differs = (one: unknown, two: unknown): readonly unknown[] =>
  JSON.stringify(one) === JSON.stringify(two) ? [] : [{ one, two }];

function oneRowEach(file: string, rows: number): readonly unknown[] {
  const read = readCsv(file);
  const odd = read.filter((row) => row.length !== read[0]?.length);
  return [...odd, ...(read.length === rows ? [] : [`${read.length} rows of ${rows}`])];
}

/* What a spreadsheet would calculate. */
const formulas = (file: string): readonly string[] =>
  readCsv(file)
    .flat()
    .filter((cell) => /^[\s]*[=+@-]/.test(cell) && !/^(?:[+-]?\d+(?:\.\d+)?|-)$/.test(cell));

/* A database that keeps JSON refuses both, and each of a learner's own ways to hide something. */
const hidden = (value: unknown): readonly string[] => {
  const found: string[] = [];
  JSON.stringify(value, (_, each: unknown) => {
    if (
      typeof each === "string" &&
      (!each.isWellFormed() || /[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/.test(each))
    )
      found.push(each);
    return each;
  });
  return found;
};

const schemaProblems = (name: string, value: unknown): readonly unknown[] => {
  const found = schemas.get(name)?.safeParse(value);
  return [...(found?.error ? [z.prettifyError(found.error)] : []), ...hidden(value)];
};

test("every format has a reader", () => {
  expect(new Set([...schemas.keys(), ...Object.keys(READERS)])).toEqual(
    new Set(reportFormats.map(({ name }) => name)),
  );
});

test.each(reportFormats.map(({ name }) => name))("%s: whatever is handed in, its readers read it", (name) => {
  const format = formatOf(name);
  const whole = name === "sarif" || name === "gitlab";
  fc.assert(
    fc.property(randomClass, (reports) => {
      const file = writtenBy(format, reports);
      expect(file.isWellFormed()).toBe(true);
      const reader = READERS[name];
      if (reader) {
        expect(reader(file, reports)).toEqual([]);
        return;
      }
      const value = JSON.parse(file) as unknown[];
      for (const each of whole ? [value] : value) expect(schemaProblems(name, each)).toEqual([]);
      for (const report of reports)
        expect(schemaProblems(name, JSON.parse(format.one(report, RECIPIENT)))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/* As much as a rubric of thirty criteria could ever tell, a megabyte of evidence each. */
const LONG = "\u0001é".repeat(250_000);
const huge = sampleReport(
  "ana",
  Array.from({ length: 30 }, (_, i) =>
    sampleVerdict(`c${i}`, "fail", LONG, { evidence: [{ kind: "output", text: LONG + LONG }] }),
  ),
);

test.each([
  /* A file of results above 500 KB ends a run of Exercism with 460; PrairieLearn refuses 1 MiB. */
  ["exercism", 500_000],
  ["prairielearn", 1024 * 1024],
  /* The reporter of GitHub Classroom gets it in base64 in its environment, of which Linux takes 128 KiB a variable. */
  ["classroom", (128 * 1024 * 3) / 4 - 100],
  ["markdown", 1024 * 1024],
])("%s: a megabyte of evidence keeps within %i bytes", (name, most) => {
  expect(Buffer.byteLength(formatOf(name).one(huge, RECIPIENT))).toBeLessThan(most);
});

test("markdown: what does not fit into a step's summary is counted", () => {
  const class_ = Array.from({ length: 1000 }, (_, i) =>
    sampleReport(`s${i}`, [sampleVerdict("a", "fail", "é".repeat(10_000))]),
  );
  const file = writtenBy(formatOf("markdown"), class_);
  expect(Buffer.byteLength(file)).toBeLessThan(1024 * 1024);
  expect(file).toMatch(/\n\d+ submissions are not shown here\.\n$/);
});

/* The readers above must be able to say no. */
test.each([
  ["junit", '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites><testsuite name="a"/></testsuites>'],
  ["tap", "TAP version 14\nok 1 - a # b\n1..1\n"],
  ["tap", "TAP version 14\nok 1 - a\n1..2\n"],
  ["tap", "TAP version 14\nnot ok 1 - a\n  ---\n  data: [\n  ...\n1..1\n"],
  ["moodle", '"a","b"\n"say \\""hi\\"", ok","c"\n'],
  ["csv", '"a"\n"=1+1"\n'],
  ["github", "::error::a\n::add-mask::b\n"],
  ["markdown", "<b>a</b>\n"],
])("%s: a reader that finds fault", (name, file) => {
  expect(READERS[name]?.(file, name === "moodle" || name === "csv" ? [huge] : [])).not.toEqual([]);
});
