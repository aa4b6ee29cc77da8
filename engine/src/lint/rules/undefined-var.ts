import { type Rule, rulePage } from "../rule.ts";

/** A variable without a value is empty. RUN's own text is not looked at, since its shell expands it, nor is EXPOSE. */
export const undefinedVar: Rule = {
  name: "UndefinedVar",
  summary: "Variables should be defined before their use",
  url: rulePage("undefined-var"),
  why: "A variable that nobody has set is empty, and a path or a value with a hole in it often builds without a word.",
  needs: "plan",
  good: [
    "FROM alpine\nARG DIR=/app\nWORKDIR $DIR",
    "FROM alpine\nARG DIR\nCOPY . /x$DIR",
    "FROM alpine\nRUN echo $NOPE",
  ],
  bad: ["FROM alpine\nCOPY $src .", "FROM alpine\nENV PATH=/bin:$PAHT", "FROM alpine\nENV A=${NOPE:-1}"],
  check(_dockerfile, facts, report) {
    for (const { undefined: names, range } of facts.walked) {
      for (const { name, hint } of names) {
        report(
          range,
          `Usage of undefined variable '$${name}'${hint === undefined ? "" : ` (did you mean $${hint}?)`}`,
        );
      }
    }
  },
};
