import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { gate } from "../../grader/src/cli/gate/gate.ts";
import { loadLesson } from "../../grader/src/cli/lesson/load-lesson.ts";
import { survivors } from "../../grader/src/cli/gate/survivors.ts";
import { scaffolds } from "./scaffolds.ts";

const home = mkdtempSync(join(tmpdir(), "drydock-new-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

it("lays down a lesson that passes the gate after three edits", async () => {
  const name = "04-small/01-noticeboard";
  for (const [path, text] of Object.entries(scaffolds["lesson"]?.files(name) ?? {})) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  const folder = join(home, "lessons", name);
  const left = await gate(folder);
  expect(left.map((line) => line.replace(/: still to be written: .*$/, ""))).toEqual([
    `${folder}/lesson.mdx:9:1`,
    `${folder}/rubric.yaml:9:13`,
    `${folder}/rubric.yaml:13:15`,
  ]);
  for (const file of ["lesson.mdx", "rubric.yaml"])
    writeFileSync(
      join(folder, file),
      readFileSync(join(folder, file), "utf8").replaceAll(/"?TODO: [^"\n]*"?/g, "Written."),
    );
  expect(await gate(folder)).toEqual([]);
  expect(survivors(folder, loadLesson(folder))).toEqual([]);

  const rubric = join(folder, "rubric.yaml");
  const written = readFileSync(rubric, "utf8");
  const map = written
    .replace(
      "    hints:\n",
      "    hints:\n      status = 200: [a, b, c]\n      statuss: [a, b, c]\n      else:\n",
    )
    .replaceAll(/^ {6}- /gm, "        - ");
  writeFileSync(rubric, map);
  expect(await gate(folder), "hints for a fact that no attempt has").toEqual([
    expect.stringMatching(/no attempt fails shows-the-page so that the hints for statuss are taken$/),
  ]);
});
