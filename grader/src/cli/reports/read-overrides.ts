import * as z from "zod/mini";
import { issueWords } from "../../authoring/issue-words.ts";
import type { Lesson } from "../../lesson.ts";
import { type Decisions, decisionsOf, notSettled } from "../../overrides.ts";
import { UsageError } from "../exit-status.ts";
import { readCsv } from "../words/read-csv.ts";
import { readSettings } from "../words/read-settings.ts";
import { readText } from "../words/read-text.ts";

const isInCents = (points: number): boolean => Math.abs(points * 100 - Math.round(points * 100)) < 1e-6;
const text = z.pipe(
  z.union([z.string(), z.number()], "a text"),
  z.transform((value: string | number) => String(value)),
);
const decisionSchema = z.strictObject({
  submission: text,
  criterion: z.string(),
  points: z.number().check(z.gte(0), z.refine(isInCents, "points have two decimals at most")),
  comment: z._default(z.string(), ""),
  by: z.string().check(z.minLength(1, "who decided")),
});
type Parsed = z.output<typeof decisionSchema>;
const listSchema: z.ZodMiniType<Parsed[] | null | undefined> = z.nullish(z.array(decisionSchema));

/** The decisions of a file, and where each stands in it. */
interface Listed {
  readonly value: readonly Parsed[] | null | undefined;
  at(path: readonly PropertyKey[]): string;
}

/**
 * Reads `--overrides FILE`: a YAML or JSON list, or a CSV with a heading, of submission, criterion, points, comment and by.
 *
 * With a lesson every criterion must be one of it and no points above its maximum. @throws {UsageError}
 */
export function readOverrides(file: string, lesson?: Lesson): Decisions {
  const source = readText(file);
  const list = /\.csv$/i.test(file) ? fromCsv(file, source) : readSettings(file, source, listSchema);
  const decisions = list.value ?? [];
  const asked = lesson && [...lesson.rubric.criteria, ...lesson.rubric.questions];
  const seen = new Set<string>();
  for (const [i, { submission, criterion, points }] of decisions.entries()) {
    const key = JSON.stringify([submission, criterion]);
    if (seen.has(key))
      throw new UsageError(`${list.at([i, "criterion"])}: ${submission} and ${criterion} are settled twice`);
    seen.add(key);
    const wrong =
      asked &&
      notSettled(
        criterion,
        points,
        asked.map(({ id, points: maximum }) => ({ id, maximum })),
      );
    if (wrong) throw new UsageError(`${list.at([i, wrong.field])}: ${wrong.words}`);
  }
  return decisionsOf(decisions);
}

function fromCsv(file: string, source: string): Listed {
  const [head = [], ...rows] = readCsv(source);
  const names = head.map((name) => name.trim().toLowerCase());
  const cells = rows.map((row) =>
    Object.fromEntries(names.map((name, i) => [name, cellOf(name, (row[i] ?? "").trim())])),
  );
  const at = ([i]: readonly PropertyKey[]): string =>
    typeof i === "number" ? `${file}, row ${i + 2}` : file;
  const result = z.safeParse(listSchema, cells);
  if (result.success) return { value: result.data, at };
  const words = result.error.issues.map((issue) => {
    if (issue.code === "unrecognized_keys")
      return `${file}: unknown column ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}`;
    const [i, field = ""] = issue.path;
    const value = typeof i === "number" ? cells[i]?.[String(field)] : undefined;
    return `${at(issue.path)}: ${String(field)}: ${issueWords(issue, value)}`;
  });
  throw new UsageError([...new Set(words)].slice(0, 10).join("\n"));
}

/* A decimal comma is what spreadsheets write in half of the world. */
function cellOf(name: string, cell: string): string | number {
  const number = Number(cell.replace(",", "."));
  return name === "points" && cell !== "" && !Number.isNaN(number) ? number : cell;
}
