import { type Rule, rulePage } from "../rule.ts";

/** Of two stages with one name only the last can be named. */
export const duplicateStageName: Rule = {
  name: "DuplicateStageName",
  summary: "Stage names should be unique",
  url: rulePage("duplicate-stage-name"),
  why: "Of two stages with one name only one can be meant by --from and --target, and which one is easy to get wrong.",
  needs: "plan",
  good: ["FROM alpine AS a\nFROM alpine AS b"],
  bad: ["FROM alpine AS a\nFROM busybox AS a"],
  check(dockerfile, _facts, report) {
    const seen = new Set<string>();
    for (const { from } of dockerfile.stages) {
      if (from.name === "") continue;
      if (seen.has(from.name))
        report(from.range, `Duplicate stage name "${from.name}", stage names should be unique`);
      seen.add(from.name);
    }
  },
};
