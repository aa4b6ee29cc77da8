import { listed } from "../look/words/words.ts";
import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { overrideWords, told } from "./parts/told.ts";
import { visible } from "./visible.ts";

const MARKS = { pass: "✓", fail: "✗", inconclusive: "?", blocked: "·" } as const;
const STATUS = {
  passed: "passed",
  failed: "not yet",
  needsReview: "needs a person to look",
  ungradable: "cannot be graded",
  refused: "refused",
  error: "error of Drydock's own, no score",
} as const;
const WIDTH = 96;

/** For people: the first thing that fails in full, the rest in a line each. */
export const text: ReportFormat = {
  name: "text",
  summary: "for people",
  one: (report) => `${lines(report).join("\n")}\n`,
  open: "",
  entry: (report) => `${summary(report)}\n`,
  between: "",
  close: "",
};

/* Without a verdict there are no points, not even none. */
const ofMaximum = (report: Report): string =>
  report.criteria.length === 0
    ? ""
    : `, ${report.points} of ${report.maximum} points${report.bonus > 0 ? ` and ${report.bonus} extra` : ""}${report.scoredMaximum === report.maximum ? "" : `, ${report.scoredMaximum} of them decided`}`;

function summary(report: Report): string {
  const { submission, status, rootCause, notes } = report;
  const root = report.criteria.find(({ id }) => id === rootCause);
  const told =
    status === "ungradable"
      ? [root?.message.replace(/\.$/, ""), ...notes].filter(Boolean).join("; ")
      : rootCause;
  const why = report.criteria.length === 0 ? notes[0] : told;
  const people = new Set(report.criteria.flatMap(({ override }) => override?.by ?? []));
  const settled = people.size === 0 ? "" : `, settled by ${listed([...people])}`;
  return visible(
    `${submission.id}: ${STATUS[status]}${ofMaximum(report)}${settled}${why === undefined || why === null || why === "" ? "" : ` (${why})`}`,
  );
}

function lines(report: Report): string[] {
  const out = [
    visible(`${report.lesson}: ${report.submission.id}`),
    `${STATUS[report.status]}${ofMaximum(report)}`,
    "",
  ];
  for (const verdict of report.criteria) out.push(...verdictLines(verdict, report.rootCause === verdict.id));
  if (report.notes.length > 0) out.push("", ...report.notes.map((note) => visible(`Note: ${note}.`)));
  return out;
}

function verdictLines(verdict: Verdict, open: boolean): string[] {
  const { outcome, title, points, maximum, bonus, because, cause, evidence, override } = verdict;
  const score = maximum === 0 ? "" : `  ${points}/${maximum}${bonus ? " extra" : ""}`;
  const head = visible(`${MARKS[outcome]} ${title}`);
  const out = [`${head}${score}`];
  if (outcome === "pass" || outcome === "blocked") {
    if (override) out.push(...wrapped(visible(overrideWords(override))));
    return out;
  }
  const place = cause === null ? "" : ` [${cause.file}:${cause.range.start.line}]`;
  out.push(...wrapped(visible(`${told(verdict)}${place}`)));
  if (!open) return out;
  for (const { text: seen, state, reason } of evidence.slice(0, 20))
    out.push(
      visible(
        `      ${state === undefined ? "" : `${state.padEnd(8)} `}${seen}${reason === undefined ? "" : `  (${reason})`}`,
      ),
    );
  if (because !== "") out.push(...wrapped(visible(because)));
  return out;
}

/** Indented and broken at blanks, as wide as a page. */
function wrapped(sentence: string): string[] {
  const out: string[] = [];
  let line = "   ";
  for (const word of sentence.split(/ +/)) {
    if (line.length + 1 + word.length > WIDTH && line.trim() !== "") {
      out.push(line);
      line = "   ";
    }
    line += ` ${word}`;
  }
  return [...out, line];
}
