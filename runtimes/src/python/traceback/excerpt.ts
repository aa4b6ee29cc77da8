import { parseFile } from "../source/parse.ts";
import type { Expression, Span, Statement } from "../source/tree.ts";
import { anchorsOf } from "./anchors.ts";
import { culprit } from "./culprit.ts";
import { markedLine, markedLines } from "./marked-lines.ts";
import { onLine } from "./on-line.ts";
import type { Pointed } from "./pointed.ts";

/**
 * What a traceback shows of the source: the line, and since Python 3.11 marks under what it was busy with, where that is certain.
 * Lines without the indentation of a traceback.
 */
export function excerpt(pointed: Pointed): string[] {
  const { source, line, version } = pointed;
  const lines = source.split(/\r\n|\r|\n/);
  const plain = [(lines[line - 1] ?? "").trim()];
  if (version < 11) return plain;
  let found: Expression | Statement | Span | undefined;
  let statements: readonly Statement[] = [];
  try {
    const here = onLine(parseFile(source.replace(/^\uFEFF/, ""), version), line, pointed.place, version);
    statements = here.statements;
    found = culprit(here, pointed);
  } catch {
    return plain;
  }
  if (!found) return plain;
  const span = "at" in found ? found.at : found;
  if (span.line !== line) return plain;
  const anchors = "at" in found && isExpression(found) ? anchorsOf(found, lines, version) : undefined;
  if (version < 13) return markedLine(lines, span, anchors, line);
  return markedLines(lines, span, anchors, fillsStatement(statements, span));
}

const isExpression = (one: Expression | Statement): one is Expression =>
  one.type === "Binary" || one.type === "Subscript" || (one.type === "Call" && "args" in one);

/** `return f(…)` and `x = f(…)`: CPython puts no marks under a call that is all there is. */
function fillsStatement(statements: readonly Statement[], span: Span): boolean {
  return statements.some((one) => {
    if (one.type === "Return")
      return one.value?.type === "Call" && one.value.value.type === "Name" && one.value.at === span;
    if (one.type !== "Assign" || one.targets.length !== 1) return false;
    return one.targets[0]?.type === "Name" && one.value.type === "Call" && one.value.at === span;
  });
}
