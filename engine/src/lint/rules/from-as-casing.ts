import { fromsOf } from "../froms-of.ts";
import { type Rule, rulePage } from "../rule.ts";

/** FROM and AS belong together. A mixed `From` is left to ConsistentInstructionCasing. */
export const fromAsCasing: Rule = {
  name: "FromAsCasing",
  summary: "The 'as' keyword should match the case of the 'from' keyword",
  url: rulePage("from-as-casing"),
  why: "FROM and AS are one instruction, and one that is written in two casings reads like two.",
  needs: "instructions",
  good: ["FROM alpine AS a", "from alpine as a", "From alpine As a\nRUN x\nRUN y"],
  bad: ["FROM alpine as a"],
  check(dockerfile, _facts, report) {
    for (const { keyword, as, range } of fromsOf(dockerfile)) {
      if (as === undefined) continue;
      const lower = keyword === keyword.toLowerCase();
      if (!lower && keyword !== keyword.toUpperCase()) continue;
      if (as === (lower ? as.toLowerCase() : as.toUpperCase())) continue;
      report(range, `'${as}' and '${keyword}' keywords' casing do not match`);
    }
  },
};
