import { parseReference } from "../../oci/reference.ts";
import { type Rule, rulePage } from "../rule.ts";

/** A Dockerfile should build without build args. Its message has FROM's image as written. */
export const invalidDefaultArgInFrom: Rule = {
  name: "InvalidDefaultArgInFrom",
  summary: "Default value for global ARG results in an empty or invalid base image name",
  url: rulePage("invalid-default-arg-in-from"),
  why: "Who builds without build args gets the defaults, and with them this FROM names no image.",
  needs: "plan",
  good: ["ARG TAG=3.20\nFROM alpine:$TAG", "ARG TAG\nFROM alpine:${TAG:-3.20}"],
  bad: ["ARG TAG\nFROM alpine:$TAG"],
  check(_dockerfile, facts, report) {
    for (const { from, image } of facts.defaults) {
      if (!("error" in parseReference(image))) continue;
      report(from.range, `Default value for ARG ${from.image} results in empty or invalid base image name`);
    }
  },
};
