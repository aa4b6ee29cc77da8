import { goQuote } from "../../dockerfile/go-quote.ts";
import type { Rule } from "../rule.ts";

/** The image that was fetched is for another system or architecture than the build asked for. The variant does not count. */
export const invalidBaseImagePlatform: Rule = {
  name: "InvalidBaseImagePlatform",
  summary: "Base image platform does not match expected target platform",
  url: "",
  why: "The base image that was fetched is for another kind of machine than the build, so its programs may not start.",
  needs: "plan",
  good: ["FROM alpine"],
  bad: ["FROM example.test/arm64only"],
  check(_dockerfile, facts, report) {
    for (const { range, name, actual, expected } of facts.foreign) {
      report(
        range,
        `Base image ${name} was pulled with platform ${goQuote(actual)}, expected ${goQuote(expected)} for current build`,
      );
    }
  },
};
