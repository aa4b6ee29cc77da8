import type * as z from "zod/mini";
import { didYouMean } from "../look/words/did-you-mean.ts";

/** What stands there, in a few words: `number 3`, `text "abc"`, `a list`, `nothing`. */
export function received(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  /* NaN and the infinities are numbers of YAML, and none of JSON. */
  const shown = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "");
  return `${typeof value === "string" ? "text" : typeof value} ${shown.length > 60 ? `${shown.slice(0, 59)}…` : shown}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a map",
  record: "a map",
  int: "a whole number",
};

type Issue = z.core.$ZodIssue;

/** Expected and received, and what was probably meant. */
export function issueWords(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${kinds[issue.expected] ?? issue.expected}, received ${received(value)}`;
    case "invalid_value": {
      const near = typeof value === "string" ? didYouMean(value, issue.values.map(String)) : undefined;
      const expected = issue.values.map((each) => JSON.stringify(each)).join(" or ");
      return `expected ${expected}, received ${received(value)}${near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`}`;
    }
    case "too_small":
      return `expected ${issue.message === "Invalid input" ? `at least ${issue.minimum}` : issue.message}, received ${received(value)}`;
    case "too_big":
      return `expected ${issue.message === "Invalid input" ? `at most ${issue.maximum}` : issue.message}, received ${received(value)}`;
    case "custom":
      return issue.message;
    default:
      return `expected ${issue.message === "Invalid input" ? "another value" : issue.message}, received ${received(value)}`;
  }
}

/** A key that nothing has: what it may be, and what was probably meant. */
export function unknownKeyWords(key: string, known: readonly string[]): string {
  const near = didYouMean(key, known);
  const expected = known.length > 0 ? `expected ${known.join(", ")}` : "nothing is expected here";
  return `unknown key ${JSON.stringify(key)}; ${near === undefined ? expected : `did you mean ${JSON.stringify(near)}?`}`;
}
