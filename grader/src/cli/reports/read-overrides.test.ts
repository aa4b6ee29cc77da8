import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import type { Decisions } from "../../overrides.ts";
import { loadLesson } from "../lesson/load-lesson.ts";
import { readOverrides } from "./read-overrides.ts";

const home = mkdtempSync(join(tmpdir(), "drydock-overrides-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const lesson = loadLesson(fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url)));

function read(name: string, bytes: string | Uint8Array): Decisions {
  writeFileSync(join(home, name), bytes);
  return readOverrides(join(home, name), lesson);
}
const one = (points: unknown, more = ""): string =>
  `- {submission: 101, criterion: sorts-once, points: ${String(points)}, by: Ray${more}}\n`;
const DECISION = { submission: "101", criterion: "sorts-once", points: 1.5, comment: "", by: "Ray" };

test.each([
  ["a list", "a.yaml", one(1.5)],
  ["JSON", "a.json", JSON.stringify([DECISION])],
  ["a table", "a.csv", "Submission,Criterion,Points,By\r\n101,sorts-once,1.5,Ray\r\n"],
  [
    "semicolons and a decimal comma",
    "b.csv",
    "\uFEFFsubmission;criterion;points;comment;by\n101;sorts-once;1,5;;Ray",
  ],
  [
    "what spreadsheets call Unicode",
    "c.csv",
    Buffer.from("\uFEFFsubmission\tcriterion\tpoints\tby\r\n101\tsorts-once\t1.5\tRay\r\n", "utf16le"),
  ],
])("%s", (_, name, text) => {
  expect(read(name, text)["101"]?.["sorts-once"]).toEqual(DECISION);
});

test("nothing is no decision; a name that every object has is a name", () => {
  expect(Object.keys(read("none.yaml", ""))).toEqual([]);
  expect(Object.keys(read("proto.yaml", one(1).replace("101", "__proto__")))).toEqual(["__proto__"]);
});

test.each([
  ["- submission: x\n", /a\.yaml:1:3: criterion is missing: expected a text, received nothing/],
  ["x: y", /a\.yaml:1:1: expected a list, received a map/],
  [one(9), /a\.yaml:1:52: 9 points are more than the 2 of sorts-once/],
  [one(-1), /points: expected at least 0, received number -1/],
  [one(".nan"), /points: expected a number, received number NaN/],
  [one(".inf"), /points: .*received number Infinity/],
  [one("x"), /points: expected a number, received text "x"/],
  [one(0.333), /points have two decimals at most/],
  [one(1, ", bye: 1"), /unknown key "bye"; did you mean "by"\?/],
  [one(1) + one(2), /a\.yaml:2:\d+: 101 and sorts-once are settled twice/],
  [
    one(1).replace("sorts-once", "sorts-onc"),
    /no criterion is called "sorts-onc"; did you mean sorts-once\?/,
  ],
  [one(1).replace("Ray", '""'), /by: expected who decided, received text ""/],
  [
    `a: &a [${"x,".repeat(9)}]\nb: &b [${"*a,".repeat(9)}]\nc: &c [${"*b,".repeat(9)}]\nd: [${"*c,".repeat(9)}]`,
    /alias/i,
  ],
  ["- [", /a\.yaml:1:/],
])("refused with its place: %s", (text, told) => {
  expect(() => read("a.yaml", text)).toThrow(told);
});

test.each([
  ["101,sorts-once,,Ray", /a\.csv, row 2: points: expected a number, received text ""/],
  ["101,sorts-once,1,", /a\.csv, row 2: by: expected who decided/],
  ["101,sorts-once,1,Ray\n101,sorts-once,1,Ray", /a\.csv, row 3: .*twice/],
])("a table, with its row: %s", (rows, told) => {
  expect(() => read("a.csv", `submission,criterion,points,by\n${rows}\n`)).toThrow(told);
});
