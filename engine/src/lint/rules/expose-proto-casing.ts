import { type Rule, rulePage } from "../rule.ts";

/** `80/TCP` is `80/tcp`. */
export const exposeProtoCasing: Rule = {
  name: "ExposeProtoCasing",
  summary: "Protocol in EXPOSE instruction should be lowercase",
  url: rulePage("expose-proto-casing"),
  why: "The protocols are called tcp and udp, and the builder writes them so whatever the Dockerfile says.",
  needs: "plan",
  good: ["FROM alpine\nEXPOSE 80 53/udp"],
  bad: ["FROM alpine\nEXPOSE 80/TCP"],
  check(_dockerfile, facts, report) {
    for (const { instruction, words, range } of facts.walked) {
      if (instruction.kind !== "EXPOSE") continue;
      for (const port of words) {
        const protocol = port.split("/", 2)[1] ?? "";
        if (protocol === protocol.toLowerCase()) continue;
        report(range, `Defined protocol '${port}' in EXPOSE instruction should be lowercase`);
      }
    }
  },
};
