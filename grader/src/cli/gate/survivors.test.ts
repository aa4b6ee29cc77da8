import { expect, test } from "vitest";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadLesson } from "../lesson/load-lesson.ts";
import { mutantsTold, survivors } from "./survivors.ts";

const LESSON = fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url));

test("a change that keeps every point is told, but for one with a reason; a reason without a change is told too", () => {
  const home = mkdtempSync(join(tmpdir(), "drydock-survivors-"));
  const folder = join(home, "tide-table");
  cpSync(LESSON, folder, { recursive: true });
  const dockerfile = join(folder, "solution", "Dockerfile");
  const untouched = survivors(folder, loadLesson(folder));
  writeFileSync(
    dockerfile,
    readFileSync(dockerfile, "utf8").replace(/^(FROM .*\n)/, "$1LABEL harbour=north\n"),
  );
  const told = survivors(folder, loadLesson(folder)).filter((line) => !untouched.includes(line));
  expect(mutantsTold(folder, loadLesson(folder)).counts).toEqual({
    killed: 6,
    same: 3,
    excused: 0,
    survived: 4,
  });
  expect(told).toContain(
    `${folder}/solution/Dockerfile:2:1: survives with every point: LABEL harbour=north dropped`,
  );

  const rubric = join(folder, "rubric.yaml");
  const [top, ...rest] = readFileSync(rubric, "utf8").split("\n");
  const reasons = [
    "tolerates:",
    "  - { change: LABEL harbour=north dropped, because: Nobody reads it. }",
    "  - { change: EXPOSE 80 dropped, because: There is none. }",
  ];
  writeFileSync(rubric, [top, ...reasons, ...rest].join("\n"));
  const { problems: after, counts } = mutantsTold(folder, loadLesson(folder));
  expect(counts).toEqual({ killed: 6, same: 3, excused: 1, survived: 3 });
  expect(after.join("\n")).not.toContain("harbour");
  expect(after).toContain(`${rubric}:4:15: no mutant survives as "EXPOSE 80 dropped"`);
  rmSync(home, { recursive: true });
});
