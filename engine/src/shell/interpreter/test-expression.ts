import type { TestExpression, Word } from "unbash";
import { compute } from "../expand/compute.ts";
import { matchesPattern, type PatternStyle } from "../expand/pattern.ts";
import { patternStyle } from "../expand/pattern-style.ts";
import { expandPattern, expandRegex, expandText } from "../expand/word.ts";
import { testBinary, testFile } from "../condition/operators.ts";
import { regex, RegexProblem } from "../regex/regex.ts";
import { setList } from "./arrays.ts";
import { ShellError } from "./jumps.ts";
import { opener } from "./redirect.ts";
import { traceHead } from "./trace.ts";
import type { Shell } from "./shell.ts";
import { declare, valueOf } from "./variables.ts";

/** `=~`: what matched, and its groups, are in BASH_REMATCH. */
function matchesRegex(shell: Shell, text: string, pattern: string): boolean {
  try {
    const ignoreCase = shell.options.has("nocasematch");
    const match = regex(pattern, { extended: true, ignoreCase }).exec(text);
    const found = match?.map((group) => (group ? text.slice(...group) : "")) ?? [];
    setList(declare(shell, "BASH_REMATCH"), found);
    return match !== undefined;
  } catch (problem) {
    if (!(problem instanceof RegexProblem)) throw problem;
    throw new ShellError("", 2);
  }
}

/** Between `[[` and `]]` groups are read whatever `extglob` says (bash manual, 3.2.5.2). */
const inTest = (shell: Shell): PatternStyle => ({ ...patternStyle(shell), extended: true });

/** The right side as `set -x` shows it: a backslash before each character that was quoted. */
function shownRight(shell: Shell, word: Word): string {
  if (!shell.options.has("xtrace")) return "";
  const text = expandText(shell, word);
  return /^(['"]).*\1$/.test(word.text) ? text.replaceAll(/[^]/g, "\\$&") : text || "''";
}

/** `[[ … ]]` of bash: no splitting, patterns on the right of `=`. */
export function testExpression(shell: Shell, tree: TestExpression): boolean {
  switch (tree.type) {
    case "TestLogical":
      return tree.operator === "&&"
        ? tree.operands.every((one) => testExpression(shell, one))
        : tree.operands.some((one) => testExpression(shell, one));
    case "TestNot":
      return testExpression(shell, tree.operand) !== (tree.negations.length % 2 === 1);
    case "TestGroup":
      return testExpression(shell, tree.expression);
    case "TestUnary": {
      const text = expandText(shell, tree.operand);
      traceHead(shell, ["[[", tree.operator, text || "''", "]]"]);
      if (tree.operator === "-n") return text !== "";
      if (tree.operator === "-z") return text === "";
      if (tree.operator === "-v") {
        const [name = "", key] = text.split(/[[\]]/);
        if (key === undefined) return valueOf(shell, text) !== undefined;
        return shell.variables.get(name)?.items?.has(key) ?? false;
      }
      if (tree.operator === "-o") return shell.options.has(text);
      return testFile(opener(shell), tree.operator, text);
    }
    case "TestBinary": {
      const left = expandText(shell, tree.left);
      const { operator } = tree;
      traceHead(shell, ["[[", left || "''", operator, shownRight(shell, tree.right), "]]"]);
      if (operator === "=" || operator === "==")
        return matchesPattern(expandPattern(shell, tree.right, true), left, inTest(shell));
      if (operator === "!=")
        return !matchesPattern(expandPattern(shell, tree.right, true), left, inTest(shell));
      if (operator === "=~") return matchesRegex(shell, left, expandRegex(shell, tree.right));
      const right = expandText(shell, tree.right);
      if (!/^-(eq|ne|lt|le|gt|ge)$/.test(operator))
        return testBinary(opener(shell), left, operator, right, "bash");
      const value = (text: string): string => String(compute(shell, text));
      return testBinary(opener(shell), value(left), operator, value(right), "bash");
    }
  }
}
