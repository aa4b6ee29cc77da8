import { type Rule, rulePage } from "../rule.ts";

/** A blank line inside a continued instruction is dropped today, and will end the instruction one day. */
export const noEmptyContinuation: Rule = {
  name: "NoEmptyContinuation",
  summary: "Empty continuation lines will become errors in a future release",
  url: rulePage("no-empty-continuation"),
  why: "An empty line in the middle of an instruction is skipped today, and will one day end it.",
  needs: "lines",
  good: ["FROM alpine\nRUN echo a && \\\n    # a comment is no blank line\n    echo b"],
  bad: ["FROM alpine\nRUN echo a && \\\n\n    echo b"],
  check(dockerfile, _facts, report) {
    for (const range of dockerfile.emptyContinuations) report(range, "Empty continuation line");
  },
};
