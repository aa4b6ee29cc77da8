import { type Advice, type BuildWarning, ruleSlug } from "@drydock/engine";
import { monaco } from "./monaco.ts";

/** Findings as Monaco's markers; the name of the rule leads to its page. */
export const markers = (
  findings: readonly (BuildWarning | Advice)[],
  severity: monaco.MarkerSeverity,
): monaco.editor.IMarkerData[] =>
  findings.map(({ rule, message, range }) => ({
    message,
    code: { value: rule, target: pageOf(rule) },
    severity,
    startLineNumber: range.start.line,
    startColumn: range.start.column,
    endLineNumber: range.end.line,
    endColumn: range.end.column,
  }));

const pageOf = (rule: string): monaco.Uri => {
  const page = new URL(`${document.body.dataset["root"] ?? "/"}rules/${ruleSlug(rule)}/`, location.href);
  return monaco.Uri.parse(page.href);
};
