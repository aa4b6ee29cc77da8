import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { address } from "./parts/address.ts";
import { classFormat } from "./parts/class-format.ts";
import { clipped } from "./parts/clipped.ts";
import { jsonFor } from "./parts/json-for.ts";
import { told } from "./parts/told.ts";

/* What code scanning takes: results a run, rules a run, characters a description. */
const RESULTS = 25_000;
const WORDS = 1024;

/** SARIF 2.1.0 with what GitHub's code scanning asks for beyond the schema. Criteria are rules; what passed is no result. */
export const sarif: ReportFormat = classFormat(
  "sarif",
  "SARIF 2.1.0, for code scanning",
  function* (reports, _to, named) {
    const rules = new Map<string, Record<string, unknown>>();
    const settled: string[] = [];
    let version = "0.0.0";
    let count = 0;
    yield '{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [{\n"columnKind": "utf16CodeUnits",\n"results": [';
    for (const report of reports) {
      const { criteria, submission } = report;
      version = report.drydock;
      for (const verdict of criteria.length === 0 ? [spoiled(report)] : criteria) {
        if (rules.size < RESULTS && !rules.has(verdict.id)) rules.set(verdict.id, ruleOf(verdict));
        if (verdict.override && settled.length < WORDS)
          settled.push(`${submission.id}, ${verdict.id}: ${told(verdict)}`);
        if (verdict.outcome !== "fail" && verdict.outcome !== "inconclusive") continue;
        if (count++ >= RESULTS) continue;
        yield `${count > 1 ? "," : ""}\n${jsonFor(resultOf(verdict, named ? `${submission.id}/` : ""))}`;
      }
    }
    /* What is known at the end stands at the end: no order of fields is asked for. */
    const driver = { name: "Drydock", semanticVersion: version, rules: [...rules.values()] };
    yield `\n],\n"tool": ${jsonFor({ driver })},\n"properties": ${jsonFor({ results: count, settled })}\n}]\n}\n`;
  },
);

/* Without a verdict there would be no result, and no result means that all is well. */
const spoiled = ({ notes, status }: Report): Verdict => ({
  id: "submission",
  title: "The submission can be graded",
  outcome: "fail",
  points: 0,
  maximum: 0,
  message: notes[0] ?? status,
  because: "",
  cause: null,
  evidence: [],
  facts: {},
  hint: { next: 0, of: 0 },
});

/* An empty text is refused; the id is never empty. */
function ruleOf({ id, title, because }: Verdict): Record<string, unknown> {
  const short = clipped(title || id, WORDS);
  const full = clipped(because || title || id, WORDS);
  return { id, shortDescription: { text: short }, fullDescription: { text: full }, help: { text: full } };
}

function resultOf(verdict: Verdict, prefix: string): Record<string, unknown> {
  const { id, outcome, title, cause, bonus } = verdict;
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
    : { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  return {
    ruleId: id,
    /* A level beside any other kind than fail would have to be none (SARIF 2.1.0, 3.27.10). */
    kind: outcome === "fail" ? "fail" : "review",
    level: outcome !== "fail" ? "none" : bonus ? "note" : "error",
    message: { text: told(verdict) || title || id },
    locations: [{ physicalLocation: { artifactLocation: { uri: address(file) }, region } }],
    partialFingerprints: { primaryLocationLineHash: `${address(file)}:${id}:1` },
  };
}
