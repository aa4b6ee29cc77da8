import type { TestExpression } from "unbash";
import { notSimulated } from "../../core/engine-error.ts";
import { arithmetic } from "../expand/arithmetic.ts";
import { matchesPattern } from "../expand/pattern.ts";
import { expandPattern, expandText } from "../expand/word.ts";
import { testBinary, testFile } from "../test-condition.ts";
import { opener } from "./redirect.ts";
import type { Shell } from "./shell.ts";
import { valueOf } from "./variables.ts";

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
      if (tree.operator === "-n") return text !== "";
      if (tree.operator === "-z") return text === "";
      if (tree.operator === "-v") return valueOf(shell, text) !== undefined;
      if (tree.operator === "-o") return shell.options.has(text);
      return testFile(opener(shell), tree.operator, text);
    }
    case "TestBinary": {
      const left = expandText(shell, tree.left);
      const { operator } = tree;
      if (operator === "=" || operator === "==")
        return matchesPattern(expandPattern(shell, tree.right), left);
      if (operator === "!=") return !matchesPattern(expandPattern(shell, tree.right), left);
      if (operator === "=~") throw notSimulated("bash's =~", "bash would match a regular expression");
      const right = expandText(shell, tree.right);
      if (!/^-(eq|ne|lt|le|gt|ge)$/.test(operator)) return testBinary(opener(shell), left, operator, right);
      const value = (text: string): string =>
        String(arithmetic(text, { get: (name) => valueOf(shell, name), set: () => undefined }, "bash"));
      return testBinary(opener(shell), value(left), operator, value(right));
    }
  }
}
