import { nested } from "../nested.ts";
import type { Process } from "../process.ts";
import { isBinary, isUnary, testBinary, testUnary } from "./operators.ts";
import { TestFailure } from "./test-failure.ts";

/** `test` of busybox: POSIX for one word and for a comparison, each after any `!`, else a grammar. */
export function busyboxCondition(process: Process, words: readonly string[]): boolean {
  let negated = false;
  for (let i = 0; ; i++) {
    const left = words.length - i;
    const [first = "", operator = "", last = ""] = words.slice(i, i + 3);
    if (left === 0) return negated;
    if (left === 1) return (first !== "") !== negated;
    if (left === 3 && isBinary(operator, "busybox"))
      return testBinary(process, first, operator, last, "busybox") !== negated;
    if (first !== "!") break;
    negated = !negated;
  }
  let at = 0;
  const binary = (): boolean => {
    const [left = "", operator = "", right] = words.slice(at, at + 3);
    at += 2;
    if (right === undefined) throw new TestFailure("argument", operator);
    return testBinary(process, left, operator, right, "busybox");
  };
  const primary = (): boolean => {
    const [word, next, after] = words.slice(at, at + 3);
    if (word === undefined) throw new TestFailure("argument", "");
    if (word === "(") {
      at++;
      const value = either();
      if (words[++at] !== ")") throw new TestFailure("paren", "");
      return value;
    }
    if (after !== undefined && isBinary(next, "busybox")) return binary();
    if (isUnary(word, "busybox") && next !== undefined) {
      at++;
      return testUnary(process, word, next, "busybox");
    }
    if (isBinary(next, "busybox") && !isUnary(word, "busybox")) return binary();
    return word !== "";
  };
  const not = nested("parts of a condition inside one another", (): boolean => {
    if (words[at] !== "!") return primary();
    if (at + 1 >= words.length) return true;
    at++;
    return !not();
  });
  // Right to left, each side always looked at.
  const both = (): boolean => {
    const value = not();
    if (words[at + 1] !== "-a") return value;
    at += 2;
    return both() && value;
  };
  const either = (): boolean => {
    const value = both();
    if (words[at + 1] !== "-o") return value;
    at += 2;
    return either() || value;
  };
  const value = either();
  const rest = words[at + 1];
  if (at < words.length && rest !== undefined) throw new TestFailure("operator", rest);
  return value;
}
