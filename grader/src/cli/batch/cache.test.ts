import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bases } from "@drydock/engine/bases/index.ts";
import { afterAll, expect, test } from "vitest";
import { grade } from "../../grade.ts";
import type { Submission } from "../../lesson.ts";
import { Cache } from "./cache.ts";
import { loadLesson } from "../lesson/load-lesson.ts";

const LESSON = fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "drydock-cache-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const lesson = loadLesson(LESSON);
const ana: Submission = { id: "ana", files: lesson.solution };
const fresh = (submission: Submission) => grade(lesson, submission, { bases });
const fail = (): never => {
  throw new Error("it was graded again");
};

test("the same bytes under another id get the same verdict without being graded", () => {
  const cache = new Cache(home, lesson);
  expect(cache.verdict(ana, () => fresh(ana))).toEqual(fresh(ana));
  const bo = { ...ana, id: "bo" };
  expect(JSON.stringify(cache.verdict(bo, fail))).toBe(JSON.stringify(fresh(bo)));
});

test.each([
  ["another byte", lesson, { ...ana, files: { ...ana.files, "notes.txt": "other\n" } }],
  ["a notice while reading", lesson, { ...ana, notes: ["Dockerfile-1 was read as Dockerfile"] }],
  ["a session", lesson, { ...ana, session: { format: 1 as const } }],
  ["another version of the lesson", { ...lesson, version: "sha256:1" }, ana],
  ["another lesson of the same files", { ...lesson, id: "other" }, ana],
])("%s is another verdict", (_, of, submission) => {
  expect(() => new Cache(home, of).verdict(submission, fail)).toThrow("graded again");
});

test("a file that is torn, or of another format, is graded again and put right", () => {
  const [folder = ""] = readdirSync(home);
  const [name = ""] = readdirSync(join(home, folder));
  const file = join(home, folder, name);
  const whole = readFileSync(file, "utf8");
  const { key } = JSON.parse(whole) as { key: string };
  const older = JSON.stringify({ key, report: { ...fresh(ana), format: 0 } });
  for (const spoiled of [whole.slice(0, 100), older, JSON.stringify({ key, report: {} }), "null"]) {
    writeFileSync(file, spoiled);
    const cache = new Cache(home, lesson);
    expect(cache.verdict(ana, () => fresh(ana))).toEqual(fresh(ana));
    expect(cache.verdict(ana, fail)).toEqual(fresh(ana));
  }
});

test("a folder that nothing can be written to costs no verdict", () => {
  writeFileSync(join(home, "file"), "");
  const cache = new Cache(join(home, "file", "below"), lesson);
  expect(cache.verdict(ana, () => fresh(ana))).toEqual(fresh(ana));
});
