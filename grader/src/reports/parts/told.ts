import { plural } from "../../look/words/words.ts";
import type { Late, Override, Report, Verdict } from "../../report.ts";

/** A person's decision, in a sentence on one line: who writes YAML breaks lines where they like. */
export function overrideWords({ by, comment, points }: Override): string {
  const why = comment
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/[. ]+$/, "");
  return `Settled by ${by}${why === "" ? "" : `: ${why}`} (Drydock gave ${points}).`;
}

/** What lateness cost, in a sentence. */
export const lateWords = ({ penalty }: Late): string => `Late: ${plural(penalty, "point")} less.`;

/** What is told about a criterion, a person's decision included. */
export const told = ({ message, override }: Verdict): string =>
  [message, override ? overrideWords(override) : ""].filter(Boolean).join(" ");

/** What went wrong, an entry a criterion, for one field of a gradebook; all there is where there is no verdict. */
export function toldInShort(report: Report): readonly string[] {
  if (report.criteria.length === 0) return [report.notes[0] ?? `the submission is ${report.status}`];
  const lines = report.criteria.flatMap((verdict) => {
    const { title, outcome, points, maximum, cause, override } = verdict;
    if (outcome === "blocked" || (outcome === "pass" && !override)) return [];
    const place = cause ? ` (${cause.file}, line ${cause.range.start.line})` : "";
    const review = outcome === "inconclusive" ? "to be reviewed: " : "";
    const seen = told(verdict);
    return [`${title}, ${points}/${maximum}${seen === "" ? "" : `: ${review}${seen}`}${place}`];
  });
  return [
    ...lines,
    ...(report.late ? [lateWords(report.late)] : []),
    ...(lines.length === 0 ? ["Everything is as it was asked for."] : []),
  ];
}
