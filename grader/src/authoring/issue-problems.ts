import type * as z from "zod/mini";
import { issueWords, unknownKeyWords } from "./issue-words.ts";
import { knownKeys } from "./known-keys.ts";
import type { SourceMap } from "./source-map.ts";

type Path = readonly PropertyKey[];

/** What is wrong at one place of a YAML file. */
export interface PlacedProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * One issue of a schema in words, at its place.
 *
 * @param root the value that the schema was given, which lies at `path` of the file
 * @param around where a missing key is told
 */
export function issueProblems(
  schema: z.ZodMiniType,
  issue: z.core.$ZodIssue,
  root: unknown,
  map: SourceMap,
  path: Path,
  around: Path = path,
): PlacedProblem[] {
  const here = [...path, ...issue.path];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      ...map.key(here, key),
      message: unknownKeyWords(key, knownKeys(schema, issue.path)),
    }));
  const inside = issue.code === "invalid_union" ? insideOf(issue) : undefined;
  if (inside)
    return inside.flatMap((each) =>
      issueProblems(schema, { ...each, path: [...issue.path, ...each.path] }, root, map, path, around),
    );
  const value = issue.path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );
  const name = issue.path.at(-1);
  if (value === undefined && name !== undefined) {
    const place = map.value(here.length - 1 === path.length ? around : here.slice(0, -1));
    return [{ ...place, message: `${String(name)} is missing: ${issueWords(issue, value)}` }];
  }
  const title = name === undefined || typeof name === "number" ? "" : `${String(name)}: `;
  return [{ ...map.value(here), message: `${title}${issueWords(issue, value)}` }];
}

/** The issues of the one alternative that takes a value of this kind and finds fault with what is in it. */
function insideOf(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  const [only, ...more] = issue.errors.filter((issues) => issues.every((each) => each.path.length > 0));
  return more.length === 0 ? only : undefined;
}
