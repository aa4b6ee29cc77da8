import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bases } from "@drydock/engine/bases/index.ts";
import { afterAll, expect, test } from "vitest";
import { grade } from "../../grade.ts";
import type { Report } from "../../report.ts";
import { KeptLines } from "./kept-lines.ts";
import { loadLesson } from "../lesson/load-lesson.ts";

const home = mkdtempSync(join(tmpdir(), "drydock-kept-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const lesson = loadLesson(fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url)));
const ana = grade(lesson, { id: "ana", files: lesson.solution }, { bases });
const of = (id: string, more: object = {}): string =>
  JSON.stringify({ ...ana, submission: { ...ana.submission, id }, ...more });

test("only whole reports of this lesson by this version are kept, whatever else lies in the file", () => {
  const file = join(home, "before.ndjson");
  const { criteria: _criteria, ...bare } = ana;
  const lines: readonly (string | Uint8Array)[] = [
    of("ana"),
    of("older-format", { format: 0 }),
    of("newer-format", { format: 2 }),
    JSON.stringify({ ...bare, submission: { id: "no-criteria", digest: "sha256:0" } }),
    of("wrong-kinds", { points: "all" }),
    of("other-lesson", { lesson: "another" }),
    of("other-version", { lessonVersion: "sha256:1" }),
    of("other-drydock", { drydock: "0.0.1" }),
    of("error", { status: "error" }),
    "null",
    "[]",
    "",
    "no JSON",
    Uint8Array.of(0xff, 0xfe, 0),
    "[".repeat(100_000),
    of("ünal 🐳"),
  ];
  writeFileSync(file, Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from("\n")])));
  writeFileSync(file, of("torn").slice(0, -1), { flag: "a" });
  const kept = new KeptLines(file, lesson);
  expect(kept.size).toBe(2);
  expect(kept.report("ana")).toEqual(ana);
  expect(kept.report("ünal 🐳")?.submission.id).toBe("ünal 🐳");
  expect(kept.report("torn") satisfies Report | undefined).toBeUndefined();
});

test("no file is no lines", () => expect(new KeptLines(join(home, "none"), lesson).size).toBe(0));
