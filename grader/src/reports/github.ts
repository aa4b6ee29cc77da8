import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { classFormat } from "./parts/class-format.ts";
import { told } from "./parts/told.ts";
import { visible } from "./visible.ts";

/* GitHub keeps ten errors and ten warnings of a step and drops the others without a word. */
const KEPT = 10;

/** Annotations of GitHub Actions, as workflow commands. The whole table is the format markdown, for the step's summary. */
export const github: ReportFormat = classFormat(
  "github",
  "annotations of GitHub Actions",
  function* (reports, _to, named) {
    const shown = { error: new Kept("error"), warning: new Kept("warning"), notice: new Kept("notice") };
    let points = 0;
    let maximum = 0;
    for (const report of reports) {
      points += report.points + report.bonus;
      maximum += report.scoredMaximum;
      annotate(report, named ? `${report.submission.id}/` : "", shown);
    }
    yield* shown.error.lines();
    yield* shown.warning.lines();
    yield* shown.notice.lines();
    yield command("notice", { title: "Drydock" }, `${points} of ${maximum} points`);
  },
);

type Level = "error" | "warning" | "notice";

/** The first annotations of a level, and how many there were. */
class Kept {
  readonly #level: Level;
  readonly #first: string[] = [];
  #count = 0;

  constructor(level: Level) {
    this.#level = level;
  }

  add(fields: Readonly<Record<string, string | number>>, message: string): void {
    if (this.#count++ < KEPT) this.#first.push(command(this.#level, fields, message));
  }

  *lines(): Generator<string> {
    if (this.#count <= KEPT) return yield* this.#first;
    yield* this.#first.slice(0, KEPT - 1);
    yield command(this.#level, { title: "Drydock" }, `${this.#count - KEPT + 1} more are not shown here`);
  }
}

function annotate({ criteria, status, notes }: Report, prefix: string, to: Record<Level, Kept>): void {
  if (criteria.length === 0) to.error.add({ title: `${prefix}${status}` }, notes[0] ?? status);
  for (const verdict of criteria) {
    const { outcome, bonus, override } = verdict;
    const level =
      bonus || outcome === "pass" || outcome === "blocked"
        ? override && "notice"
        : outcome === "fail"
          ? "error"
          : "warning";
    if (level) to[level].add(properties(verdict, prefix), told(verdict));
  }
}

function properties(
  { id, points, maximum, cause }: Verdict,
  prefix: string,
): Readonly<Record<string, string | number>> {
  const title = `${prefix}${id} (${points}/${maximum})`;
  if (cause === null) return { title };
  const { start, end } = cause.range;
  /* Columns count on one line only. */
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  return { file: `${prefix}${cause.file}`, line: start.line, endLine: end.line, ...columns, title };
}

function command(name: string, fields: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(fields).map(
    ([key, value]) => `${key}=${escaped(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`,
  );
  return `::${name} ${list.join(",")}::${escaped(message)}\n`;
}

/* Line ends and all that cannot be seen are written out: a message is one line, so nothing in it can begin a command. */
const escaped = (text: string): string => visible(text).replaceAll("%", "%25");
