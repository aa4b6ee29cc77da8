import * as z from "zod/mini";
import type { Report } from "./report.ts";
import { reportSchema } from "./report-schema.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * What makes a report of one format one of the next: the first makes 2 of 1. The number that reports carry rises only together with a step
 * here, so that every report that was ever written can be read.
 */
const migrations: readonly ((report: Fields) => Fields)[] = [];

/**
 * A report that comes back from a file, in today's format. @throws {Error} in words, where it is none.
 *
 * `steps` is for tests.
 */
export function readReport(
  value: unknown,
  steps: readonly ((report: Fields) => Fields)[] = migrations,
): Report {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("it is no report");
  const { format } = value as Fields;
  const newest = steps.length + 1;
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1)
    throw new Error("it is no report");
  if (format > newest)
    throw new Error(`it is of format ${format}, and this version reads formats up to ${newest}`);
  let fields = value as Fields;
  for (const step of steps.slice(format - 1)) fields = step(fields);
  assertReport(fields);
  return fields;
}

function assertReport(fields: object): asserts fields is Report {
  const parsed = z.safeParse(reportSchema, { ...fields, format: 1 });
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  throw new Error(`it is no report: ${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? ""}`);
}
