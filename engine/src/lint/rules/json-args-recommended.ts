import { type Rule, rulePage } from "../rule.ts";

/** Shell form runs the program under a shell that does not pass signals on. Who sets a SHELL has thought about it. */
export const jsonArgsRecommended: Rule = {
  name: "JSONArgsRecommended",
  summary:
    "JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related to OS signals",
  url: rulePage("json-args-recommended"),
  why: "Shell form starts a shell that starts the program, and the shell does not pass on the signal by which docker stop asks the program to end.",
  needs: "plan",
  good: [
    'FROM alpine\nCMD ["server"]',
    'FROM alpine\nSHELL ["/bin/bash", "-c"]\nCMD server',
    "FROM alpine\nRUN server\nHEALTHCHECK CMD server",
  ],
  bad: ["FROM alpine\nCMD server", "FROM alpine\nENTRYPOINT ['server']"],
  check(_dockerfile, facts, report) {
    for (const { instruction, shell, range } of facts.walked) {
      if (instruction.kind !== "CMD" && instruction.kind !== "ENTRYPOINT") continue;
      if (instruction.form === "exec" || shell) continue;
      report(
        range,
        `JSON arguments recommended for ${instruction.keyword} to prevent unintended behavior related to OS signals`,
      );
    }
  },
};
