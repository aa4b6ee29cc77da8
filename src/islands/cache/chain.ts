import type { LineFacts } from "../../session/facts/line-facts.ts";
import { seconds } from "../../session/facts/amounts.ts";
import { missWords } from "./miss-words.ts";

/** A step of a build as a link: it holds, it breaks, it is dragged along, or the cache has nothing to say of it. */
export interface Link {
  readonly line: number;
  readonly name: string;
  readonly kind: "holds" | "breaks" | "dragged" | "new" | "failed" | "unreached";
  /** What stands at its right. */
  readonly said: string;
  /** Why it was not CACHED; code between backquotes. */
  readonly why?: string;
}

/** The steps of a build as a chain, and what they cost. */
export interface Chain {
  readonly links: readonly Link[];
  /** Steps, the base left out, and how many of them were CACHED. */
  readonly steps: number;
  readonly cached: number;
  /** Simulated milliseconds of all steps, and of those only that stand on another result than last time. */
  readonly took: number;
  readonly dragged: number;
}

const linkOf = (fact: LineFacts): Link => {
  const { line, name, duration, miss } = fact;
  const why = miss && miss.kind !== "first-build" ? { why: missWords(miss) } : {};
  switch (fact.state) {
    case "base":
      return { line, name, kind: "holds", said: "base" };
    case "cached":
      return { line, name, kind: "holds", said: "CACHED" };
    case "first-miss":
      return { line, name, kind: "breaks", said: `first miss, ${seconds(duration)}`, ...why };
    case "again":
      return {
        line,
        name,
        kind: miss?.kind === "parent" ? "dragged" : "breaks",
        said: `ran, ${seconds(duration)}`,
        ...why,
      };
    case "ran":
      return { line, name, kind: "new", said: `ran, ${seconds(duration)}` };
    case "failed":
      return { line, name, kind: "failed", said: "failed", ...why };
    case "not-reached":
      return { line, name, kind: "unreached", said: "not reached" };
  }
};

/** Reads the chain off what each line did in a build. */
export const chainOf = (facts: readonly LineFacts[]): Chain => {
  const steps = facts.filter(({ state }) => state !== "base");
  const sum = (some: readonly LineFacts[]): number => some.reduce((all, { duration }) => all + duration, 0);
  return {
    links: facts.map(linkOf),
    steps: steps.length,
    cached: steps.filter(({ state }) => state === "cached").length,
    took: sum(steps),
    dragged: sum(steps.filter(({ state, miss }) => state === "again" && miss?.kind === "parent")),
  };
};
