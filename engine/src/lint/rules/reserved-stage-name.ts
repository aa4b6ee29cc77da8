import { type Rule, rulePage } from "../rule.ts";

/** `scratch` and `context` have meanings of their own. */
export const reservedStageName: Rule = {
  name: "ReservedStageName",
  summary: "Reserved words should not be used as stage names",
  url: rulePage("reserved-stage-name"),
  why: "The names scratch and context mean something of their own to the builder, so nobody can refer to such a stage.",
  needs: "plan",
  good: ["FROM alpine AS base"],
  bad: ["FROM alpine AS context", "FROM alpine AS scratch"],
  check(dockerfile, _facts, report) {
    for (const { from } of dockerfile.stages) {
      if (from.name !== "scratch" && from.name !== "context") continue;
      report(from.range, `Stage name should not use the same name as reserved stage "${from.name}"`);
    }
  },
};
