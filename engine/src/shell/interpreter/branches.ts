import type { AndOr, Case, If } from "unbash";
import { patternStyle } from "../expand/pattern-style.ts";
import { matchesPattern } from "../expand/pattern.ts";
import { expandPattern, expandText } from "../expand/word.ts";
import { lineAt } from "../syntax/source-line.ts";
import { lookingAway } from "./checked.ts";
import type { Shell } from "./shell.ts";
import { traceHead } from "./trace.ts";
import { list } from "./statements.ts";

/** `a && b || c`. */
export function andOr(shell: Shell, tree: AndOr): number {
  let status = 0;
  tree.commands.forEach((command, i) => {
    const operator = i === 0 ? undefined : tree.operators[i - 1];
    if (operator !== undefined && (operator === "&&") !== (status === 0)) return;
    const last = i === tree.commands.length - 1;
    status = last
      ? shell.interpreter.node(shell, command)
      : lookingAway(shell, () => shell.interpreter.node(shell, command));
    shell.status = status;
  });
  return status;
}

/** `if`. */
export function conditional(shell: Shell, tree: If): number {
  if (lookingAway(shell, () => list(shell, tree.clause)) === 0) return list(shell, tree.then);
  for (const branch of tree.elif)
    if (lookingAway(shell, () => list(shell, branch.clause)) === 0) return list(shell, branch.then);
  return tree.else ? list(shell, tree.else) : 0;
}

/** `case`, with `;&` and `;;&` of bash. */
export function choose(shell: Shell, tree: Case): number {
  shell.line = lineAt(shell.source, tree.pos);
  const text = expandText(shell, tree.word);
  traceHead(shell, ["case", text, "in"]);
  let status = 0;
  let falling = false;
  for (const item of tree.items) {
    if (
      !falling &&
      !item.pattern.some((word) => matchesPattern(expandPattern(shell, word), text, patternStyle(shell)))
    )
      continue;
    status = list(shell, item.body);
    falling = item.terminator === ";&";
    if (!falling && item.terminator !== ";;&") return status;
  }
  return status;
}
