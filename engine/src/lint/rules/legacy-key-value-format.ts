import { type Rule, rulePage } from "../rule.ts";

/** `ENV A b c` sets A to `b c`; with `=` it is plain where a value ends. */
export const legacyKeyValueFormat: Rule = {
  name: "LegacyKeyValueFormat",
  summary: "Legacy key/value format with whitespace separator should not be used",
  url: rulePage("legacy-key-value-format"),
  why: "Without = the value is all the rest of the line, so a second pair on it silently becomes a part of the first.",
  needs: "plan",
  good: ["FROM alpine\nENV A=b", "FROM alpine\nLABEL a=b c=d"],
  bad: ["FROM alpine\nENV A b", "FROM alpine\nLABEL a b"],
  check(_dockerfile, facts, report) {
    for (const { instruction, range, failed } of facts.walked) {
      if (failed || (instruction.kind !== "ENV" && instruction.kind !== "LABEL")) continue;
      const { keyword, pairs } = instruction;
      if (!pairs.some(({ legacy }) => legacy)) continue;
      report(range, `"${keyword} key=value" should be used instead of legacy "${keyword} key value" format`);
    }
  },
};
