import { goQuote } from "../../dockerfile/go-quote.ts";
import { type Rule, rulePage } from "../rule.ts";

/** Only the first WORKDIR counts, also when it stands in a stage that this one is built from; where the base image stands may change. */
export const workdirRelativePath: Rule = {
  name: "WorkdirRelativePath",
  summary:
    "Relative workdir without an absolute workdir declared within the build can have unexpected results if the base image changes",
  url: rulePage("workdir-relative-path"),
  why: "A relative WORKDIR goes on from where the base image stands, and the next version of that image may stand elsewhere.",
  needs: "plan",
  good: [
    "FROM alpine\nWORKDIR /app",
    "FROM alpine\nWORKDIR /app\nWORKDIR src",
    "FROM alpine AS a\nWORKDIR /app\nFROM a\nWORKDIR src",
  ],
  bad: ["FROM alpine\nWORKDIR app"],
  check(_dockerfile, facts, report) {
    for (const { instruction, placed, words, range } of facts.walked) {
      const [path] = words;
      if (instruction.kind !== "WORKDIR" || placed || path === undefined || path.startsWith("/")) continue;
      report(
        range,
        `Relative workdir ${goQuote(path)} can have unexpected results if the base image changes`,
      );
    }
  },
};
