import type * as z from "zod/mini";
import { safeParse } from "zod/mini";
import { issueProblems } from "../../authoring/issue-problems.ts";
import { problemWords, readYaml } from "../../authoring/read-yaml.ts";
import type { Place } from "../../authoring/source-map.ts";
import { UsageError } from "../exit-status.ts";

/** What a file says, and where in it a value stands: `FILE:LINE:COLUMN`. */
export interface Settings<Value> {
  readonly value: Value;
  at(path: readonly PropertyKey[]): string;
}

/** Reads what somebody wrote for a run, as YAML or JSON. @throws {UsageError} with every problem and its place, one a line. */
export function readSettings<Value>(
  file: string,
  source: string,
  schema: z.ZodMiniType<Value>,
): Settings<Value> {
  const yaml = readYaml(file, source);
  if ("problems" in yaml) throw new UsageError(yaml.problems.map(problemWords).join("\n"));
  const { value, map } = yaml;
  const parsed = safeParse(schema, value);
  if (!parsed.success)
    throw new UsageError(
      parsed.error.issues
        .flatMap((issue) => issueProblems(schema, issue, value, map, []))
        .map(({ message, ...place }) => `${shown(file, place)}: ${message}`)
        .join("\n"),
    );
  return { value: parsed.data, at: (path) => shown(file, map.value(path)) };
}

const shown = (file: string, { line, column }: Place): string => `${file}:${line}:${column}`;
