import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { RECIPIENT, sampleReport, sampleVerdict, writtenBy } from "../../testing/sample-report.ts";
import { readCsv } from "../cli/words/read-csv.ts";
import type { Report } from "../report.ts";
import { canvas } from "./canvas.ts";
import { classroom } from "./classroom.ts";
import { reportFormats } from "./index.ts";
import { moodle } from "./moodle.ts";
import { sarif } from "./sarif.ts";

const range = { start: { line: 3, column: 1 }, end: { line: 3, column: 9 } };
const fails = sampleVerdict("quick", "fail", "`COPY . .`, line 3", {
  points: 0.5,
  cause: { file: "a b:c", range },
  because: "It is slow.",
});
const settled = { by: "Dr. Ray", comment: "shown in class", points: 0, outcome: "fail" } as const;
const CLASS: readonly Report[] = [
  sampleReport("101", [sampleVerdict("small", "pass"), fails]),
  sampleReport("102", [sampleVerdict("small", "pass"), sampleVerdict("quick", "pass")], { bonus: 1 }),
  sampleReport("103", [sampleVerdict("small", "fail", ""), sampleVerdict("quick", "blocked")]),
  sampleReport("104", [sampleVerdict("small", "pass"), sampleVerdict("quick", "inconclusive", "gcc")], {
    status: "needsReview",
    scoredMaximum: 2,
  }),
  sampleReport("105", [sampleVerdict("quick", "inconclusive", "gcc")], {
    status: "needsReview",
    scoredMaximum: 0,
  }),
  sampleReport("106", [], { status: "error", notes: ["it took too long"], build: null, points: 0 }),
  sampleReport("ana@school", [sampleVerdict("small", "pass", "", { override: settled }), fails], {
    late: { minutes: 5, days: 1, penalty: 0.5, score: 2 },
  }),
];

const SCHEMAS = new URL("../../testing/schemas/", import.meta.url);
const names = readdirSync(SCHEMAS).map((file) => file.replace(/\.json$/, ""));

/* What must be there and what must not: each change must make the schema say no, or it proves nothing. */
function broken(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : broken(value[0]).map((each) => [each]);
  const fields = value as Record<string, unknown>;
  return [
    { ...fields, surprise: 1 },
    "text",
    ...Object.keys(fields).map((key) => ({ ...fields, [key]: null })),
  ];
}

describe.each(names)("%s, against its schema", (name) => {
  const format = reportFormats.find((each) => each.name === name);
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(new URL(`${name}.json`, SCHEMAS), "utf8")));
  const errors = (value: unknown): string =>
    z.prettifyError(schema.safeParse(value).error ?? new z.ZodError([]));

  test.each(CLASS.map((report) => [report.submission.id, report] as const))("of %s", (_, report) => {
    const value: unknown = JSON.parse(format?.one(report, RECIPIENT) ?? "");
    expect(errors(value)).toBe("");
    for (const other of broken(value))
      expect(schema.safeParse(other).success, JSON.stringify(other)).toBe(false);
  });

  test("of a class", () => {
    const value: unknown = JSON.parse(format ? writtenBy(format, CLASS) : "");
    const whole = name === "sarif" || name === "gitlab";
    for (const each of whole ? [value] : (value as unknown[])) expect(errors(each)).toBe("");
  });
});

/*
 * The draft that the schema names keeps its parts under $defs. Addresses in it are references, which the reader of schemas takes for whole
 * addresses: they are looked at one by one.
 */
const official = z.fromJSONSchema(
  JSON.parse(
    readFileSync(new URL("../../testing/testdata/sarif/sarif-2.1.0.json", import.meta.url), "utf8")
      .replaceAll('"#/definitions/', '"#/$defs/')
      .replace('"definitions":', '"$defs":')
      .replaceAll('"format": "uri-reference"', '"pattern": "^[!#-;=?-\\\\[\\\\]_a-z~]*$"'),
  ),
);

test.each([
  ["one", sarif.one(CLASS[0] ?? sampleReport("101", []), RECIPIENT)],
  ["a class", writtenBy(sarif, CLASS)],
  ["nobody", writtenBy(sarif, [])],
])("sarif, against the schema of OASIS: %s", (_, text) => {
  const log = JSON.parse(text) as { runs: { results: object[]; tool: { driver: object } }[] };
  expect(z.prettifyError(official.safeParse(log).error ?? new z.ZodError([]))).toBe("");
  const [run] = log.runs;
  for (const other of [
    { ...log, version: "2.0.0" },
    { ...log, runs: [{ ...run, tool: {} }] },
    { ...log, runs: [{ ...run, tool: { driver: { ...run?.tool.driver, surprise: 1 } } }] },
    { ...log, runs: [{ ...run, results: [{ ruleId: "a" }] }] },
    { ...log, runs: [{ ...run, results: [{ message: { text: "a" }, kind: "unheard" }] }] },
  ])
    expect(official.safeParse(other).success, JSON.stringify(other)).toBe(false);
});

test("sarif: what is known at the end only stands at the end, and more results than are taken are cut", () => {
  const many = function* (): Generator<Report> {
    for (let i = 0; i < 25_100; i++) yield sampleReport(`s${i}`, [fails]);
  };
  const log = JSON.parse([...(sarif.ofClass?.(many(), RECIPIENT) ?? [])].join("")) as {
    runs: { results: unknown[]; tool: { driver: { rules: unknown[] } }; properties: { results: number } }[];
  };
  expect(log.runs[0]?.results).toHaveLength(25_000);
  expect(log.runs[0]?.tool.driver.rules).toHaveLength(1);
  expect(log.runs[0]?.properties.results).toBe(25_100);
});

test("classroom: the tests add up to the points that count, lateness included", () => {
  const sums = CLASS.map((report) => {
    const { tests } = JSON.parse(classroom.one(report, RECIPIENT)) as { tests: { score: number }[] };
    return tests.reduce((sum, { score }) => sum + score, 0);
  });
  expect(sums).toEqual([2.5, 4, 0, 2, 0, 0, 2]);
});

/* As mod/assign/feedback/offline reads a row: who it is about, and whether it is passed over. */
function moodleImports(row: Readonly<Record<string, string>>, maximum: number): string {
  const [, id] = /^Participant (\d+)$/.exec(row.Identifier ?? "") ?? [];
  if (id === undefined) return "nobody";
  const grade = Number(row.Grade);
  if (row.Grade === "" || Number.isNaN(grade) || grade < 0 || grade > maximum) return `${id}: skipped`;
  return `${id}: ${grade}`;
}

const table = (text: string): Record<string, string>[] => {
  const [head = [], ...rows] = readCsv(text);
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ""])));
};

test("moodle: whom the import finds, and what it takes", () => {
  const rows = table(writtenBy(moodle, CLASS));
  expect(rows.map((row) => moodleImports(row, 4))).toEqual([
    "101: 2.5",
    "102: 4",
    "103: 0",
    "104: skipped",
    "105: skipped",
    "106: skipped",
    "nobody",
  ]);
  expect(rows.map((row) => row["Feedback comments"])).toEqual([
    "Is quick, 0.5/2: `COPY . .`, line 3 (a b:c, line 3)",
    "Everything is as it was asked for; 1 extra point does not fit into the maximum of 4",
    "Is small, 0/2",
    "Is quick, 0/2: to be reviewed: gcc; So far 2 of 4 points",
    "Is quick, 0/2: to be reviewed: gcc; So far 0 of 4 points",
    "it took too long",
    "Is small, 2/2: Settled by Dr. Ray: shown in class (Drydock gave 0); Is quick, 0.5/2: `COPY . .`, line 3 (a b:c, line 3); Late: 0.5 points less",
  ]);
});

test("canvas: columns of students up to Section, the maximum below the assignment, and what a cell changes", () => {
  const text = [
    ...(canvas.ofClass?.(CLASS, { ...RECIPIENT, assignment: "Dockerfile lab (4711)" }) ?? []),
  ].join("");
  const [head = [], maximum = [], ...rows] = readCsv(text);
  expect(head[0]).toContain("Student");
  expect(head[1]).toContain("ID");
  expect(head.indexOf("Section")).toBe(head.length - 2);
  expect(head.at(-1)).toMatch(/ \(\d+\)$/);
  expect(maximum[0]).toContain("Points Possible");
  expect(maximum.at(-1)).toBe("4");
  expect(rows.map((row) => [row[1] || row[3], row.at(-1)])).toEqual([
    ["101", "2.50"],
    ["102", "4.00"],
    ["103", "0.00"],
    ["104", ""],
    ["105", ""],
    ["106", ""],
    ["ana@school", "2.00"],
  ]);
});

test("canvas and moodle: what the platform's own list says of a learner comes back as it was", () => {
  const learners = new Map([
    ["101", { student: "Alb, Ana", id: "101", "sis user id": "s-1", "sis login id": "ana", section: "S1" }],
    ["102", { identifier: "Participant 102", "last modified (grade)": "Friday, 20 November 2026, 10:00 AM" }],
  ]);
  const to = { ...RECIPIENT, learners };
  const students = [...(canvas.ofClass?.(CLASS, to) ?? [])].join("");
  expect(readCsv(students).slice(2, 4)).toEqual([
    ["Alb, Ana", "101", "s-1", "ana", "S1", "2.50"],
    ["102", "102", "", "", "", "4.00"],
  ]);
  const times = CLASS.slice(0, 2).map((report) => table(moodle.one(report, to))[0]);
  expect(times.map((row) => [row?.["Identifier"], row?.["Last modified (grade)"]])).toEqual([
    ["Participant 101", "-"],
    ["Participant 102", "Friday, 20 November 2026, 10:00 AM"],
  ]);
});
