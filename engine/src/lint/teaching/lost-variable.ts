import type { TeachingRule } from "../teaching-rule.ts";

/** A RUN whose last commands only set variables. */
export const lostVariable: TeachingRule = {
  name: "LostVariable",
  summary: "ENV, where a variable is to last",
  why: "Each RUN is a shell of its own, and its variables, exported or not, end with it.",
  good: [
    "FROM alpine:3.24\nENV MODE=production\nRUN make",
    "FROM alpine:3.24\nRUN export MODE=production && make",
    "FROM alpine:3.24\nRUN MODE=production make",
  ],
  bad: [
    "FROM alpine:3.24\nRUN export MODE=production\nRUN make",
    "FROM alpine:3.24\nRUN make && MODE=production",
  ],
  check({ steps }, report) {
    for (const { commands } of steps) {
      const last = commands.at(-1);
      if (last === undefined || !last.own) continue;
      const exported = last.name === "export" ? last.words.find((word) => !word.startsWith("-")) : undefined;
      const name =
        exported?.split("=", 1)[0] ?? (last.name === "" ? [...last.assigned.keys()].at(-1) : undefined);
      if (name !== undefined)
        report(last.range, `No later step sees ${name}: it ends with the shell of this RUN`);
    }
  },
};
