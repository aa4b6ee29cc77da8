import { expandWord } from "../../dockerfile/expand.ts";
import type { Pairs } from "../../dockerfile/instruction.ts";
import type { PlanError } from "./plan.ts";
import { planError } from "./plan-error.ts";
import { type Platform, formatPlatform } from "./platform.ts";

/** TARGET* and BUILD*, which every FROM may use; build args of the same name replace them. */
export function predefinedArgs(
  build: Platform,
  target: Platform,
  stage: string,
  buildArgs: ReadonlyMap<string, string>,
): Map<string, string> {
  const values = new Map([
    ["BUILDPLATFORM", formatPlatform(build)],
    ["BUILDOS", build.os],
    ["BUILDOSVERSION", ""],
    ["BUILDARCH", build.architecture],
    ["BUILDVARIANT", build.variant],
    ["TARGETPLATFORM", formatPlatform(target)],
    ["TARGETOS", target.os],
    ["TARGETOSVERSION", ""],
    ["TARGETARCH", target.architecture],
    ["TARGETVARIANT", target.variant],
    ["TARGETSTAGE", stage || "default"],
  ]);
  for (const name of values.keys()) {
    const given = buildArgs.get(name);
    if (given !== undefined) values.set(name, given);
  }
  return values;
}

/** Adds the ARGs before the first FROM; those that have no value stay out. */
export function withGlobalArgs(
  predefined: ReadonlyMap<string, string>,
  args: readonly Pairs[],
  buildArgs: ReadonlyMap<string, string>,
  escape: string,
): Map<string, string> | PlanError {
  const values = new Map(predefined);
  for (const { pairs, range } of args) {
    for (const { key, value } of pairs) {
      const given = buildArgs.get(key);
      if (given !== undefined) {
        values.set(key, given);
      } else if (value !== undefined) {
        const expanded = expandWord(value, values, escape);
        if ("error" in expanded) return planError(expanded.error, range);
        values.set(key, expanded.value);
      }
    }
  }
  return values;
}
