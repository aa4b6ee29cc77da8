import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bases } from "@drydock/engine/bases/index.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import { grade } from "../../grade.ts";
import { loadLesson } from "../lesson/load-lesson.ts";
import { Resumed } from "./resumed.ts";

const home = mkdtempSync(join(tmpdir(), "drydock-resumed-"));
const file = join(home, "class.ndjson");
const before = `${file}.before`;
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of readdirSync(home)) rmSync(join(home, name));
});

const lesson = loadLesson(fileURLToPath(new URL("../../../testing/lessons/tide-table", import.meta.url)));
const ana = grade(lesson, { id: "ana", files: lesson.solution }, { bases });
const line = (id: string): string =>
  `${JSON.stringify({ ...ana, criteria: [], submission: { ...ana.submission, id } })}\n`;
const [one, two, three, four] = [line("one"), line("two"), line("three"), line("four")];
const IDS = ["one", "two", "three", "four"];
const kept = (): readonly string[] => {
  const { lines } = new Resumed(file, lesson);
  return IDS.filter((id) => lines.report(id)?.submission.id === id);
};
/* Every moment at which a write of this text can be cut off; the middles of lines by samples. */
const moments = (text: string): readonly number[] =>
  Array.from({ length: text.length + 1 }, (_, at) => at).filter(
    (at) => at % 97 === 0 || /\n/.test(text.slice(at - 2, at + 2)),
  );
const wholeLines = (text: string): number => text.split("\n").length - 1;

test("killed while it writes: every whole line is kept, at whatever byte it ended", () => {
  const all = one + two + three + four;
  for (const at of moments(all)) {
    rmSync(before, { force: true });
    writeFileSync(file, all.slice(0, at));
    expect(kept(), `${at}`).toEqual(IDS.slice(0, wholeLines(all.slice(0, at))));
  }
});

test("killed while it resumes: what the first run and the second have is kept, and killed again too", () => {
  for (const at of moments(three + four)) {
    writeFileSync(before, one + two.slice(0, -1));
    writeFileSync(file, (three + four).slice(0, at));
    const expected = ["one", "two", ...["three", "four"].slice(0, wholeLines((three + four).slice(0, at)))];
    expect(kept(), `${at}`).toEqual(expected);
    /* Nothing was written by the next run yet. A report that lacked nothing but its line feed counts from now on. */
    expect(readFileSync(file, "utf8")).toBe("");
    expect(kept(), `${at}, again`).toEqual(expect.arrayContaining([...expected]));
  }
});

test("killed while earlier lines are laid aside: at no moment is a line in neither file", () => {
  /* The copy is not whole and not renamed yet. */
  for (const at of moments(one + two)) {
    rmSync(before, { force: true });
    writeFileSync(file, one + two);
    writeFileSync(`${before}.new`, (one + two).slice(0, at));
    expect(kept(), `${at}`).toEqual(["one", "two"]);
  }
  /* It is renamed, and the file not emptied yet; or lines were added to it in part, and the file not emptied yet. */
  for (const at of moments(`\n${three}`)) {
    writeFileSync(before, one + two + `\n${three}`.slice(0, at));
    writeFileSync(file, three);
    expect(kept(), `${at}`).toEqual(["one", "two", "three"]);
  }
  new Resumed(file, lesson).finish();
  expect(existsSync(before)).toBe(false);
});
