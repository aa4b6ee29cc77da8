import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { grade, LessonError, readReport, version } from "@drydock/grader/library";

const BIN = fileURLToPath(new URL("../../bin/drydock-grade.js", import.meta.url));
const LESSON = fileURLToPath(new URL("../../testing/lessons/tide-table", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "drydock-library-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test.each(["start", "solution", "wrong/typed-in"])(
  "the report of the command line, byte for byte: %s",
  async (name) => {
    const submission = join(LESSON, name);
    const report = await grade(LESSON, submission);
    const told = spawnSync(process.execPath, [BIN, LESSON, submission, "--report", "json"], {
      encoding: "utf8",
    });
    expect(`${JSON.stringify(report, null, 2)}\n`).toBe(told.stdout);
    expect(readReport(JSON.parse(told.stdout))).toEqual(report);
    expect(report.drydock).toBe(version);
  },
);

test("what is refused is a report, a broken lesson is not", async () => {
  writeFileSync(join(home, "bad.zip"), "no zip");
  expect(await grade(LESSON, join(home, "bad.zip"))).toMatchObject({ status: "refused", criteria: [] });
  await expect(grade(home, LESSON)).rejects.toThrow(LessonError);
  await expect(grade(LESSON, "nowhere")).rejects.toThrow("there is no submission nowhere");
});
