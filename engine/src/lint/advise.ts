import type { Range } from "../core/position.ts";
import type { Dockerfile } from "../dockerfile/dockerfile.ts";
import { readSteps } from "./reading/reading.ts";
import { teachingPage } from "./teaching-page.ts";
import type { Surroundings } from "./surroundings.ts";
import { teachingRules } from "./teaching/index.ts";

/** A place where a teaching rule has something to say. */
export interface Advice {
  readonly rule: string;
  readonly message: string;
  /** Page of the rule, from the site's root. */
  readonly url: string;
  readonly range: Range;
}

/**
 * Drydock's own advice, in order of the file. It is no part of what Docker prints.
 *
 * None while the Dockerfile has a problem: what is missing there would be taken for a habit.
 */
export function advise(dockerfile: Dockerfile, surroundings: Surroundings = {}): Advice[] {
  if (dockerfile.problems.length > 0) return [];
  const reading = readSteps(dockerfile, surroundings);
  const advice: Advice[] = [];
  for (const rule of teachingRules)
    rule.check(reading, (range, message) =>
      advice.push({ rule: rule.name, message, url: teachingPage(rule.name), range }),
    );
  return advice.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column,
  );
}
