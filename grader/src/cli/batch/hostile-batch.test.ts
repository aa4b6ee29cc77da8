import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { corpus, lay } from "../../../testing/hostile/corpus.ts";
import { visible } from "../../reports/visible.ts";
import { submissionId } from "../handed/handed.ts";

const BIN = fileURLToPath(new URL("../../../bin/drydock-grade.js", import.meta.url));
const LESSON = fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "drydock-hostile-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const honest = Array.from({ length: 12 }, (_, i) => `honest-${i}`);
let status: number | null = null;
let errors = "";
const told = new Map<string, string>();

beforeAll(() => {
  const everyone = join(home, "class");
  mkdirSync(everyone);
  for (const each of corpus) lay(everyone, each);
  for (const name of honest) cpSync(join(LESSON, "solution"), join(everyone, name), { recursive: true });
  const words = [
    "batch",
    LESSON,
    everyone,
    "--jobs",
    "2",
    "--timeout",
    "120",
    "--report",
    "text",
    "--report",
    "ndjson=all.ndjson",
  ];
  const done = spawnSync(process.execPath, [BIN, ...words], { cwd: home, encoding: "utf8" });
  status = done.status;
  errors = done.stderr;
  for (const line of done.stdout.split("\n").filter(Boolean)) {
    const at = line.indexOf(": ");
    told.set(line.slice(0, at), line.slice(at + 2));
  }
}, 240_000);

test.each(corpus.map((each) => [visible(submissionId(each.name)), each] as const))("%s", (id, each) => {
  const lines = [...told].filter(([name]) => name === id).map(([, words]) => words);
  expect(lines, errors).toHaveLength(1);
  expect(lines[0]).toMatch(each.told);
});

test("the batch ends, with the status for what was refused, and nobody else pays", () => {
  expect(status, errors).toBe(4);
  for (const name of honest) expect(told.get(name)).toMatch(/^passed, 4\.5 of 4\.5/);
  expect(readFileSync(join(home, "all.ndjson"), "utf8").trim().split("\n")).toHaveLength(
    corpus.length + honest.length,
  );
});

test("nothing lies outside, and nothing from outside is told", () => {
  expect(readdirSync(home).sort()).toEqual(["all.ndjson", "class"]);
  expect(readdirSync(tmpdir())).not.toContain("slipped");
  expect(readFileSync(join(home, "all.ndjson"), "utf8")).not.toContain("root:x:0");
});

test("no control character reaches a terminal", () => {
  expect([...told.keys(), ...told.values(), errors].join("")).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f]/,
  );
});
