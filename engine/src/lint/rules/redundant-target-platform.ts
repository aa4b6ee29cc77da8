import { type Rule, rulePage } from "../rule.ts";

/** A base is fetched for the target platform anyway. */
export const redundantTargetPlatform: Rule = {
  name: "RedundantTargetPlatform",
  summary:
    "Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior",
  url: rulePage("redundant-target-platform"),
  why: "A base image is fetched for the target platform anyway, so the flag only makes a reader wonder.",
  needs: "plan",
  good: ["FROM --platform=$BUILDPLATFORM alpine", "FROM --platform=linux/$TARGETARCH alpine"],
  bad: ["FROM --platform=$TARGETPLATFORM alpine", "FROM --platform=${TARGETPLATFORM:-linux/amd64} alpine"],
  check(_dockerfile, facts, report) {
    for (const { from, platform } of facts.froms) {
      if (platform === undefined || platform.matched.size !== 1 || platform.unmatched.size > 0) continue;
      if (!platform.matched.has("TARGETPLATFORM") || platform.value !== facts.targetPlatform) continue;
      report(
        from.range,
        `Setting platform to predefined ${from.platform} in FROM is redundant as this is the default behavior`,
      );
    }
  },
};
