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

type Written = Omit<ShownCriterion, "bonus"> & { readonly bonus?: boolean };

const shown = ({ id, title, points, bonus = false }: Written): ShownCriterion => ({
  id,
  title,
  points,
  bonus,
});

/** The criteria of a lesson and its questions, in order, as the page lists them. The grader reads the same file in full. */
export const shownRubric = (
  id: string,
): { readonly criteria: readonly ShownCriterion[]; readonly questions: readonly ShownCriterion[] } => {
  const { criteria = [], questions = [] } = parse(
    readFileSync(join(lessonsFolder, id, "rubric.yaml"), "utf8"),
  ) as { criteria?: readonly Written[]; questions?: readonly Written[] };
  return { criteria: criteria.map(shown), questions: questions.map(shown) };
};
