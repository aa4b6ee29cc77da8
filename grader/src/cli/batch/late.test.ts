import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lateness, type LateRule } from "./late.ts";
import { readLateRule } from "./read-late-rule.ts";

const home = mkdtempSync(join(tmpdir(), "drydock-late-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function rule(yaml: string): LateRule {
  const file = join(home, "late.yaml");
  writeFileSync(file, yaml);
  return readLateRule(file);
}
const DUE = "due: 2026-11-20T23:59:00+01:00\n";
const at = (time: string): number => Date.parse(time);
const report = { points: 8, maximum: 10 };

test.each([
  ["on the minute", DUE, "2026-11-20T22:59:00Z", undefined],
  ["within the grace", `${DUE}graceMinutes: 10\nperDay: { points: 1 }`, "2026-11-20T23:09:00Z", undefined],
  ["just past it", `${DUE}graceMinutes: 10\nperDay: { points: 1 }`, "2026-11-20T23:09:01Z", [10, 1, 1, 7]],
  ["days that have begun", `${DUE}perDay: { points: 1 }`, "2026-11-21T23:00:00Z", [1441, 2, 2, 6]],
  ["percent of the maximum", `${DUE}perDay: { percent: 12.5 }`, "2026-11-21T01:00:00Z", [121, 1, 1.25, 6.75]],
  ["never below zero", `${DUE}perDay: { percent: 60 }`, "2026-11-22T01:00:00Z", [1561, 2, 8, 0]],
  ["too late", `${DUE}rejectAfterDays: 2`, "2026-11-23T01:00:00Z", [3001, 3, 8, 0]],
  ["no price", DUE, "2026-11-21T00:00:00Z", [61, 1, 0, 8]],
  [
    "an extension",
    `${DUE}perDay: { points: 1 }\nextensions: { ana: "2026-11-22T00:00:00Z" }`,
    "2026-11-21T23:00:00Z",
    undefined,
  ],
] as const)("%s", (_, yaml, time, wanted) => {
  const late = lateness(rule(yaml), { id: "ana@2", of: "ana", at: at(time) }, report);
  expect(late && [late.minutes, late.days, late.penalty, late.score]).toEqual(wanted);
});

test("the platform's word counts above a file's time; a mark without a time costs a day", () => {
  const perDay = rule(`${DUE}perDay: { points: 1 }`);
  const late = { id: "ana", at: at("2026-11-23T00:00:00Z") };
  expect(lateness(perDay, { ...late, late: false }, report)).toBeUndefined();
  expect(lateness(perDay, { id: "ana", late: true }, report)).toEqual({
    minutes: null,
    days: 1,
    penalty: 1,
    score: 7,
  });
  expect(lateness(perDay, { id: "ana" }, report)).toBeUndefined();
});

test.each([
  ["due: tomorrow", /late\.yaml:1:6: due: expected a time that exists, with its zone/],
  ["due: 2026-13-20T23:59:00Z", /expected a time that exists/],
  ["due: 2026-02-30T23:59:00Z", /expected a time that exists/],
  ["", /late\.yaml:1:1: expected a map, received nothing/],
  [`${DUE}perday: 1`, /late\.yaml:2:1: unknown key "perday"; did you mean "perDay"\?/],
  [`${DUE}perDay: 10`, /perDay: expected .*, received number 10/],
  [`${DUE}graceMinutes: -1`, /late\.yaml:2:15: graceMinutes: expected at least 0, received number -1/],
  ["a: [", /late\.yaml:1:5: /],
])("%s is refused", (yaml, why) => {
  expect(() => rule(yaml)).toThrow(why);
});
