import { goQuote } from "../../dockerfile/go-quote.ts";
import { type Rule, rulePage } from "../rule.ts";

/** A fixed platform makes an image for one kind of machine only. A stage whose name tells the system or the architecture means it. */
export const fromPlatformFlagConstDisallowed: Rule = {
  name: "FromPlatformFlagConstDisallowed",
  summary: "FROM --platform flag should not use a constant value",
  url: rulePage("from-platform-flag-const-disallowed"),
  why: "A fixed platform makes an image for one kind of machine only, whatever platform the build was asked for.",
  needs: "plan",
  good: ["FROM --platform=$BUILDPLATFORM alpine", "FROM --platform=linux/amd64 alpine AS build-amd64"],
  bad: ["FROM --platform=linux/amd64 alpine"],
  check(_dockerfile, facts, report) {
    for (const { from, constantPlatform: platform } of facts.froms) {
      if (
        platform === undefined ||
        from.name.includes(platform.os) ||
        from.name.includes(platform.architecture)
      )
        continue;
      report(from.range, `FROM --platform flag should not use constant value ${goQuote(platform.text)}`);
    }
  },
};
