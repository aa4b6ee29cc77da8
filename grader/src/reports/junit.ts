import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { clipped } from "./parts/clipped.ts";
import { overrideWords, told } from "./parts/told.ts";
import { visibleLines } from "./visible.ts";

/* What cannot be seen is written out already; these XML 1.0 does not allow either, and one turns a whole suite into an error for its readers. */
const ILLEGAL = /[\ufffe\uffff]/g;

/* GitLab takes 30 MB of a class: of evidence as much as a reader wants. */
const EVIDENCE = 20;
const WORDS = 500;

const NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\n": "&#10;",
};

const xml = (text: string): string =>
  visibleLines(text)
    .replace(ILLEGAL, "\ufffd")
    .replace(/[&<>"'\n]/g, (char) => NAMES[char] ?? char);

const attributes = (fields: Readonly<Record<string, string | number>>): string =>
  Object.entries(fields)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join("");

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * JUnit XML, the part that Jenkins' junit step and GitLab agree on: one suite a submission, one case a criterion; points are properties.
 * The schema of Jenkins' other plugin, xUnit, has neither properties nor a file in a case, and would leave points without a place.
 */
export const junit: ReportFormat = {
  name: "junit",
  summary: "JUnit XML, for Jenkins and GitLab",
  one: (report) => `${HEAD}<testsuites>\n${suite(report)}</testsuites>\n`,
  open: `${HEAD}<testsuites>\n`,
  entry: suite,
  between: "",
  close: "</testsuites>\n",
};

type Result = "passed" | "failure" | "error" | "skipped";

/* A bonus that was not reached fails nobody's pipeline. */
const resultOf = ({ outcome, bonus }: Verdict): Result =>
  outcome === "pass" ? "passed" : outcome === "fail" && !bonus ? "failure" : "skipped";

function suite(report: Report): string {
  /* GitLab shows the class name and keeps only the first of equal names: the learner's id must be in it. A dot would split it. */
  const classname = `${report.lesson}.${report.submission.id.replaceAll(".", "·")}`;
  const spoiled = report.status === "error" || report.status === "refused" || report.status === "ungradable";
  const results = report.criteria.map(resultOf);
  const count = (wanted: Result): number => results.filter((result) => result === wanted).length;
  const tests = results.length + (spoiled ? 1 : 0);
  const head = attributes({
    name: `${report.lesson}: ${report.submission.id}`,
    tests,
    failures: count("failure"),
    errors: spoiled ? 1 : 0,
    skipped: count("skipped"),
    time: 0,
  });
  const sums = properties({
    points: report.points,
    maximum: report.maximum,
    scoredMaximum: report.scoredMaximum,
    status: report.status,
  });
  const first = spoiled
    ? testcase(
        classname,
        "submission",
        "Dockerfile",
        "",
        element("error", report.notes[0] ?? `the submission is ${report.status}`, report.status, ""),
      )
    : "";
  return `  <testsuite${head}>\n    ${sums}\n${first}${report.criteria.map((verdict) => caseOf(classname, verdict)).join("")}  </testsuite>\n`;
}

function caseOf(classname: string, verdict: Verdict): string {
  const result = resultOf(verdict);
  const place = verdict.cause === null ? "" : `${verdict.cause.file}:${verdict.cause.range.start.line}`;
  const detail = [
    told(verdict),
    place,
    ...verdict.evidence
      .slice(0, EVIDENCE)
      .map(({ text, state }) => clipped(`${state ?? ""} ${text}`.trim(), WORDS)),
  ]
    .filter(Boolean)
    .join("\n");
  const message = `${verdict.points}/${verdict.maximum}: ${told(verdict)}`;
  const inner =
    result === "passed"
      ? ""
      : result === "skipped"
        ? `<skipped${attributes({ message })}/>`
        : element(result, message, verdict.id, detail);
  return testcase(
    classname,
    verdict.id,
    verdict.cause?.file ?? "Dockerfile",
    properties({
      score: verdict.points,
      max_score: verdict.maximum,
      title: verdict.title,
      ...(verdict.override ? { override: overrideWords(verdict.override) } : {}),
    }),
    inner,
  );
}

const element = (name: string, message: string, type: string, detail: string): string =>
  `<${name}${attributes({ message, type })}>${xml(detail)}</${name}>`;

const properties = (fields: Readonly<Record<string, string | number>>): string =>
  `<properties>${Object.entries(fields)
    .map(([name, value]) => `<property${attributes({ name, value })}/>`)
    .join("")}</properties>`;

const testcase = (classname: string, name: string, file: string, own: string, inner: string): string =>
  `    <testcase${attributes({ classname, name, file, time: 0 })}>${own}${inner}</testcase>\n`;
