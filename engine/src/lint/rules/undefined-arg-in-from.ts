import { type Rule, rulePage } from "../rule.ts";

/** FROM sees the ARGs before the first FROM and the predefined ones; an ARG inside a stage comes too late. A default does not help: `${X:-y}` is found too. */
export const undefinedArgInFrom: Rule = {
  name: "UndefinedArgInFrom",
  summary: "FROM command must use declared ARGs",
  url: rulePage("undefined-arg-in-from"),
  why: "FROM sees only ARGs that stand before the first FROM, and anything else in it is empty.",
  needs: "plan",
  good: ["ARG TAG=3.20\nFROM alpine:$TAG", "FROM --platform=$BUILDPLATFORM alpine"],
  bad: ["FROM alpine:${TAG:-3.20}", "ARG VERSION=3.20\nFROM alpine:${VERSON:-3.20}"],
  check(_dockerfile, facts, report) {
    for (const { from, undeclared } of facts.froms) {
      for (const { name, hint } of undeclared) {
        report(
          from.range,
          `FROM argument '${name}' is not declared${hint === undefined ? "" : ` (did you mean ${hint}?)`}`,
        );
      }
    }
  },
};
