import type { Range } from "../core/position.ts";
import type { Dockerfile } from "../dockerfile/dockerfile.ts";
import type { Facts } from "./facts.ts";

type Report = (range: Range, message: string) => void;

/**
 * One check of BuildKit's, under its own name. A rule looks at a Dockerfile and at what the planner learned of it;
 * its examples are its tests and its page in the documentation.
 */
export interface Rule {
  readonly name: string;
  /** BuildKit's description, word for word. */
  readonly summary: string;
  /** Why it matters, in one sentence of ours. */
  readonly why: string;
  /** "" for the one rule that has no page. */
  readonly url: string;
  /** Off unless `# check=experimental=` names it. */
  readonly experimental?: boolean;
  /** What BuildKit has done when the rule has its say: it finds nothing later than the first error. */
  readonly needs: "lines" | "instructions" | "plan";
  /** Texts without a finding. */
  readonly good: readonly string[];
  /** Texts with exactly one. */
  readonly bad: readonly string[];
  /** Text of the ignore file beside the examples. */
  readonly ignore?: string;
  check(dockerfile: Dockerfile, facts: Facts, report: Report): void;
}

/** The page that explains a rule. */
export const rulePage = (slug: string): string => `https://docs.docker.com/go/dockerfile/rule/${slug}/`;
