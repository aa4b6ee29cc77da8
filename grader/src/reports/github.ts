import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { ndjson } from "./ndjson.ts";
import { visible } from "./visible.ts";

/* GitHub keeps ten errors and ten warnings of a step and drops the others without a word. */
const KEPT = 10;

/** Annotations of GitHub Actions, as workflow commands. The whole table is the format markdown, for the step's summary. */
export const github: ReportFormat = {
  ...ndjson,
  name: "github",
  one: (report) => annotations([report], false),
  ofClass: (entries) =>
    annotations(
      entries.map((entry): Report => JSON.parse(entry)),
      true,
    ),
};

function annotations(reports: readonly Report[], named: boolean): string {
  const told = reports.flatMap((report) => {
    const prefix = named ? `${report.submission.id}/` : "";
    if (report.criteria.length === 0)
      return [
        ["error", command("error", { title: `${prefix}${report.status}` }, report.notes[0] ?? report.status)],
      ];
    return report.criteria.flatMap((verdict) => {
      if (verdict.bonus || verdict.outcome === "pass" || verdict.outcome === "blocked") return [];
      const level = verdict.outcome === "fail" ? "error" : "warning";
      return [[level, command(level, properties(verdict, prefix), verdict.message)]];
    });
  });
  const shown = ["error", "warning"].flatMap((level) => {
    const all = told.flatMap(([of, line = ""]) => (of === level ? [line] : []));
    return all.length <= KEPT
      ? all
      : [
          ...all.slice(0, KEPT - 1),
          command(level, { title: "Drydock" }, `${all.length - KEPT + 1} more are not shown here`),
        ];
  });
  const points = reports.reduce((sum, report) => sum + report.points + report.bonus, 0);
  const maximum = reports.reduce((sum, { scoredMaximum }) => sum + scoredMaximum, 0);
  return [...shown, command("notice", { title: "Drydock" }, `${points} of ${maximum} points`)].join("");
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
