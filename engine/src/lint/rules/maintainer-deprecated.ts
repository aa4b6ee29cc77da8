import { instructionsOf } from "../instructions-of.ts";
import { type Rule, rulePage } from "../rule.ts";

/** MAINTAINER says who made the image; a label says it too, and can be asked for. */
export const maintainerDeprecated: Rule = {
  name: "MaintainerDeprecated",
  summary: "The MAINTAINER instruction is deprecated, use a label instead to define an image author",
  url: rulePage("maintainer-deprecated"),
  why: "A label says who made the image too, and unlike MAINTAINER it can be searched for and has company.",
  needs: "instructions",
  good: ["FROM alpine\nLABEL org.opencontainers.image.authors=me@example.test"],
  bad: ["FROM alpine\nMAINTAINER me@example.test"],
  check(dockerfile, _facts, report) {
    const { refused } = dockerfile;
    const found = instructionsOf(dockerfile, "MAINTAINER").map(({ range }) => range);
    if (refused?.keyword.toUpperCase() === "MAINTAINER") found.push(refused.range);
    for (const range of found) report(range, "Maintainer instruction is deprecated in favor of using label");
  },
};
