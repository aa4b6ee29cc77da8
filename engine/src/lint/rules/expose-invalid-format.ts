import { type Rule, rulePage } from "../rule.ts";

/** EXPOSE says what the program listens on; where it is published is said when it runs. */
export const exposeInvalidFormat: Rule = {
  name: "ExposeInvalidFormat",
  summary:
    "IP address and host-port mapping should not be used in EXPOSE instruction. This will become an error in a future release",
  url: rulePage("expose-invalid-format"),
  why: "EXPOSE notes the port that the program listens on; which port of the host leads to it is said when the container starts.",
  needs: "plan",
  good: ["FROM alpine\nEXPOSE 80"],
  bad: ["FROM alpine\nEXPOSE 8080:80", "FROM alpine\nEXPOSE 127.0.0.1::80"],
  check(_dockerfile, facts, report) {
    for (const { instruction, words, range } of facts.walked) {
      if (instruction.kind !== "EXPOSE") continue;
      for (const port of words) {
        const head = port.slice(0, Math.max(0, port.lastIndexOf(":")));
        if (head === "" || head === ":") continue;
        report(
          range,
          `EXPOSE instruction should not define an IP address or host-port mapping, found '${port}'`,
        );
      }
    }
  },
};
