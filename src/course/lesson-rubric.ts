import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { lessonsFolder } from "./lessons-folder.ts";

/** What a page shows of a criterion before anything was graded. */
export interface ShownCriterion {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly bonus: boolean;
}

/** The criteria of a lesson, in order, as the page lists them. The grader reads the same file in full. */
export const shownCriteria = (id: string): readonly ShownCriterion[] => {
  const rubric = parse(readFileSync(join(lessonsFolder, id, "rubric.yaml"), "utf8")) as {
    criteria?: readonly { id: string; title: string; points: number; bonus?: boolean }[];
  };
  return (rubric.criteria ?? []).map(({ id: name, title, points, bonus = false }) => ({
    id: name,
    title,
    points,
    bonus,
  }));
};
