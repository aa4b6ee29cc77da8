import { fromsOf } from "../froms-of.ts";
import { type Rule, rulePage } from "../rule.ts";

/** BuildKit lower-cases stage names; a name in capitals cannot be told from one that is not. */
export const stageNameCasing: Rule = {
  name: "StageNameCasing",
  summary: "Stage names should be lowercase",
  url: rulePage("stage-name-casing"),
  why: "Stage names are compared without regard to case, so capitals promise a difference that does not exist.",
  needs: "instructions",
  good: ["FROM alpine AS base", "FROM alpine"],
  bad: ["FROM alpine AS Base"],
  check(dockerfile, _facts, report) {
    for (const { name, range } of fromsOf(dockerfile)) {
      if (name !== name.toLowerCase()) report(range, `Stage name '${name}' should be lowercase`);
    }
  },
};
