import { expect, test } from "vitest";
import type { Board } from "./board.ts";
import { showSeen } from "./show-seen.ts";

const long = "GET / on port 80 is answered with status 404, which is not the 200 that was asked for, ".repeat(
  2,
);
const board: Board = {
  lesson: "04-small/01-noticeboard",
  maximum: 3,
  criteria: [{ id: "shows-the-page", title: `The notice is shown ${"and ".repeat(20)}`, points: 3 }],
  rows: ["start", "solution", "wrong/a", "wrong/b", "wrong/c"].map((name, at) => ({
    name,
    points: 0,
    cells: [{ outcome: "fail", expected: name !== "solution" }],
    told: name === "wrong/b" ? "Something else." : `${long}${at > 3 ? at : ""}`,
  })),
};
const text = (columns: number, rows: number): string =>
  showSeen({ board, problems: [`lessons/x/rubric.yaml:8:5: ${long}`] }, false, { columns, rows });

test("a window's width is kept, its height too, and the same words stand once", () => {
  for (const columns of [60, 80, 120])
    for (const line of text(columns, 60).split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
  expect(text(80, 60)).toContain("start, wrong/a: GET / on port 80");
  expect(text(80, 60).match(/GET \/ on port 80/g)).toHaveLength(6);
  expect(text(80, 24).split("\n").length).toBeLessThanOrEqual(24);
  expect(text(80, 24)).toMatch(/… and \d more; a taller window shows them\./);
  expect(text(80, 24)).toContain("solution      fail!");
});
