import { parse } from "yaml";
import * as z from "zod/mini";
import type { Lesson } from "../lesson.ts";
import { didYouMean } from "../look/did-you-mean.ts";
import { type Decision, type Decisions, decisionsOf } from "../overrides.ts";
import { UsageError } from "./exit-status.ts";
import { readCsv } from "./read-csv.ts";
import { readText } from "./read-text.ts";

const text = z.pipe(
  z.union([z.string(), z.number()], "a text"),
  z.transform((value: string | number) => String(value)),
);
const decisionSchema = z.strictObject({
  submission: text,
  criterion: z.string(),
  points: z.number().check(z.nonnegative()),
  comment: z._default(z.string(), ""),
  by: z.string().check(z.minLength(1, "who decided")),
});
type Parsed = z.output<typeof decisionSchema>;
const listSchema: z.ZodMiniType<Parsed[]> = z.array(decisionSchema);

/**
 * Reads `--overrides FILE`: a YAML or JSON list, or a CSV with a heading, of submission, criterion, points, comment and by.
 *
 * With a lesson every criterion must be one of it and no points above its maximum. @throws {UsageError}
 */
export function readOverrides(file: string, lesson?: Lesson): Decisions {
  const list = parsed(file);
  const seen = new Set<string>();
  for (const [i, { submission, criterion, points }] of list.entries()) {
    const at = `${file}, decision ${i + 1}`;
    const key = JSON.stringify([submission, criterion]);
    if (seen.has(key)) throw new UsageError(`${at}: ${submission} and ${criterion} are settled twice`);
    seen.add(key);
    if (lesson) checkCriterion(lesson, at, criterion, points);
  }
  return decisionsOf(list);
}

function checkCriterion({ rubric }: Lesson, at: string, id: string, points: number): void {
  const all = [...rubric.criteria, ...rubric.questions];
  const known = all.find((each) => each.id === id);
  if (!known) {
    const near = didYouMean(
      id,
      all.map((each) => each.id),
    );
    throw new UsageError(
      `${at}: no criterion is called ${JSON.stringify(id)}${near === undefined ? "" : `; did you mean ${near}?`}`,
    );
  }
  if (points > known.points)
    throw new UsageError(`${at}: ${points} points are more than the ${known.points} of ${id}`);
}

function parsed(file: string): readonly Decision[] {
  const source = readText(file);
  const value = /\.csv$/i.test(file) ? fromCsv(source) : fromYaml(file, source);
  const result = z.safeParse(listSchema, value ?? []);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [i, ...path] = issue?.path ?? [];
  const where = typeof i === "number" ? `, decision ${i + 1}` : "";
  const field = path.map(String).join(".");
  throw new UsageError(
    `${file}${where}${field === "" ? "" : `, ${field}`}: ${issue?.code === "unrecognized_keys" ? `no field is called ${issue.keys.join(", ")}` : (issue?.message ?? "")}`,
  );
}

function fromYaml(file: string, source: string): unknown {
  try {
    return parse(source, { maxAliasCount: 100, logLevel: "error" });
  } catch (error) {
    throw new UsageError(
      `${file}: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : "unreadable"}`,
    );
  }
}

function fromCsv(source: string): unknown {
  const [head = [], ...rows] = readCsv(source);
  const names = head.map((name) => name.trim().toLowerCase());
  return rows.map((cells) =>
    Object.fromEntries(
      names.map((name, i) => {
        const cell = (cells[i] ?? "").trim();
        return [name, name === "points" && cell !== "" ? Number(cell.replace(",", ".")) : cell];
      }),
    ),
  );
}
