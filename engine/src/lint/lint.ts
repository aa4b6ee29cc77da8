import type { Range } from "../core/position.ts";
import type { Dockerfile } from "../dockerfile/dockerfile.ts";
import type { CheckOptions } from "./check-options.ts";
import type { Facts } from "./facts.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** A rule's finding. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly url: string;
  readonly range: Range;
}

/** All findings, by line; on one line in BuildKit's order of rules. */
export function lint(dockerfile: Dockerfile, facts: Facts, options: CheckOptions): Finding[] {
  const findings: Finding[] = [];
  const [problem] = dockerfile.problems;
  for (const rule of rules) {
    if (!isOn(rule, options)) continue;
    if (problem?.phase === "parse" || (problem !== undefined && rule.needs === "plan")) continue;
    rule.check(dockerfile, facts, (range, message) => {
      if (
        problem !== undefined &&
        rule.needs === "instructions" &&
        range.start.line > problem.range.start.line
      )
        return;
      findings.push({ rule: rule.name, message, url: rule.url, range });
    });
  }
  return findings.sort((a, b) => a.range.start.line - b.range.start.line);
}

function isOn({ name, experimental }: Rule, options: CheckOptions): boolean {
  if (experimental === true) return options.experimental === "all" || options.experimental.has(name);
  return options.skip !== "all" && !options.skip.has(name);
}
