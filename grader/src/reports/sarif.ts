import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { ndjson } from "./ndjson.ts";
import { visibleJson } from "./visible.ts";

/* What code scanning takes: results a run, characters a description. */
const RESULTS = 25_000;
const WORDS = 1024;

/** SARIF 2.1.0 with what GitHub's code scanning asks for beyond the schema. Criteria are rules; what passed is no result. */
export const sarif: ReportFormat = {
  ...ndjson,
  name: "sarif",
  one: (report) => log([report], false),
  ofClass: (entries) =>
    log(
      entries.map((entry): Report => JSON.parse(entry)),
      true,
    ),
};

function log(reports: readonly Report[], named: boolean): string {
  const rules = new Map<string, Verdict>();
  for (const { criteria } of reports)
    for (const verdict of criteria) if (!rules.has(verdict.id)) rules.set(verdict.id, verdict);
  const results = reports.flatMap((report) =>
    report.criteria.flatMap((verdict) =>
      verdict.outcome === "fail" || verdict.outcome === "inconclusive"
        ? [resultOf(verdict, named ? `${report.submission.id}/` : "")]
        : [],
    ),
  );
  const driver = {
    name: "Drydock",
    semanticVersion: reports[0]?.drydock ?? "0.0.0",
    rules: [...rules.values()].map(ruleOf),
  };
  const whole = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results: results.slice(0, RESULTS) }],
  };
  return `${visibleJson(JSON.stringify(whole, null, 2))}\n`;
}

/* An empty text is refused; the id is never empty. */
function ruleOf({ id, title, because }: Verdict): Record<string, unknown> {
  const short = (title || id).slice(0, WORDS);
  const full = (because || title || id).slice(0, WORDS);
  return { id, shortDescription: { text: short }, fullDescription: { text: full }, help: { text: full } };
}

function resultOf(verdict: Verdict, prefix: string): Record<string, unknown> {
  const { id, outcome, title, message, cause, bonus } = verdict;
  const file = `${prefix}${cause?.file ?? "Dockerfile"}`;
  const range = cause?.range;
  /* A location is asked for: what has no line of its own is shown at the top of the file. */
  const region = range
    ? {
        startLine: range.start.line,
        startColumn: range.start.column,
        endLine: range.end.line,
        endColumn: range.end.column,
      }
    : { startLine: 1 };
  return {
    ruleId: id,
    kind: outcome === "fail" ? "fail" : "review",
    level: outcome === "fail" && !bonus ? "error" : outcome === "fail" ? "note" : "warning",
    message: { text: message || title || id },
    locations: [{ physicalLocation: { artifactLocation: { uri: address(file) }, region } }],
    partialFingerprints: { primaryLocationLineHash: `${address(file)}:${id}:1` },
  };
}

/* Relative to the repository: a first part with a colon would be read as a scheme. */
const address = (path: string): string => path.toWellFormed().split("/").map(encodeURIComponent).join("/");
