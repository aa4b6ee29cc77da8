import * as z from "zod/mini";
import { issueWords, unknownKeyWords } from "../../authoring/issue-words.ts";
import { type LessonProblem, readYaml } from "../../authoring/read-yaml.ts";
import type { SourceMap } from "../../authoring/source-map.ts";

/** What a wrong attempt's expect.yaml says: the criteria it fails, its own first, and the line that is blamed. */
export interface Expectation {
  readonly fails: readonly string[];
  readonly line?: number | undefined;
  readonly because: string;
}

const schema: z.ZodMiniType<Expectation> = z.strictObject({
  fails: z.array(z.string()).check(z.minLength(1, "the id of at least one criterion")),
  line: z.optional(z.int()),
  because: z.string().check(z.minLength(1, "one sentence")),
});
const KEYS = ["fails", "line", "because"];

/** Reads expect.yaml, or tells everything that is wrong with it. */
export function readExpectation(
  path: string,
  text: string,
):
  | { readonly expectation: Expectation; readonly map: SourceMap }
  | { readonly problems: readonly LessonProblem[] } {
  const yaml = readYaml(path, text);
  if ("problems" in yaml) return yaml;
  const parsed = z.safeParse(schema, yaml.value);
  if (parsed.success) return { expectation: parsed.data, map: yaml.map };
  return {
    problems: parsed.error.issues.flatMap((issue) => {
      if (issue.code === "unrecognized_keys")
        return issue.keys.map((key) => ({
          path,
          ...yaml.map.key(issue.path, key),
          message: unknownKeyWords(key, KEYS),
        }));
      const value = issue.path.reduce<unknown>(
        (at, key) =>
          typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
        yaml.value,
      );
      const name = issue.path.filter((key) => typeof key === "string").join(".");
      const missing = value === undefined ? `${name} is missing: ` : name === "" ? "" : `${name}: `;
      return [{ path, ...yaml.map.value(issue.path), message: `${missing}${issueWords(issue, value)}` }];
    }),
  };
}
