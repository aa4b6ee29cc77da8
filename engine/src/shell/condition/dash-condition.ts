import { nested } from "../nested.ts";
import type { Process } from "../process.ts";
import { isBinary, isUnary, testBinary, testUnary } from "./operators.ts";
import { TestFailure } from "./test-failure.ts";

/** What dash takes a word for, by where it stands (`t_lex` of its `test.c`). */
type Token = "end" | "operand" | "unary" | "binary" | "not" | "and" | "or" | "(" | ")";

const WORDS: Readonly<Record<string, Token>> = { "!": "not", "-a": "and", "-o": "or", "(": "(", ")": ")" };

/** `test` of dash: POSIX for three and four words, else a grammar that looks one word ahead. */
export function dashCondition(process: Process, given: readonly string[]): boolean {
  let words = given;
  let negated = false;
  for (;;) {
    if (words.length === 0) return negated;
    const [first, middle] = words;
    if (words.length === 3 && isBinary(middle, "dash")) break;
    if (words.length !== 3 && words.length !== 4) break;
    if (first === "(" && words.at(-1) === ")") words = words.slice(1, -1);
    else if (first === "!") {
      negated = !negated;
      words = words.slice(1);
      continue;
    }
    break;
  }
  let at = 0;
  const kindOf = (word: string): Token | undefined =>
    WORDS[word] ?? (isUnary(word, "dash") ? "unary" : isBinary(word, "dash") ? "binary" : undefined);
  const token = (i: number): Token => {
    const word = words[i];
    if (word === undefined) return "end";
    const kind = kindOf(word) ?? "operand";
    const [next, after] = [words[i + 1], words[i + 2]];
    // An operator that cannot be one here is a plain word.
    if (kind === "(" && next === undefined) return "operand";
    if (kind !== "unary" && kind !== "not") return kind;
    const operand = next === undefined || (after !== undefined && kindOf(next) === "binary");
    return operand && kind === "unary" ? "operand" : kind;
  };
  const binary = (): boolean => {
    const [left = "", operator = "", right] = words.slice(at, at + 3);
    at += 2;
    if (right === undefined) throw new TestFailure("argument", operator);
    return testBinary(process, left, operator, right, "dash");
  };
  const primary = (kind: Token): boolean => {
    if (kind === "end") return false;
    if (kind === "(") {
      const inner = token(++at);
      if (inner === ")") return false;
      const value = either(inner);
      if (token(++at) !== ")") throw new TestFailure("paren", "");
      return value;
    }
    if (kind === "unary") {
      const [operator = "", word] = words.slice(at, at + 2);
      at++;
      if (word === undefined) throw new TestFailure("argument", operator);
      return testUnary(process, operator, word, "dash");
    }
    return token(at + 1) === "binary" ? binary() : words[at] !== "";
  };
  const not = nested("parts of a condition inside one another", (kind: Token): boolean => {
    if (kind !== "not") return primary(kind);
    const next = token(at + 1);
    if (next !== "end") at++;
    return !not(next);
  });
  const chain =
    (operator: Token, part: (kind: Token) => boolean, join: (a: boolean, b: boolean) => boolean) =>
    (kind: Token): boolean => {
      let value = part(kind);
      while (token(at + 1) === operator) {
        at += 2;
        value = join(part(token(at)), value);
      }
      return value;
    };
  const both = chain("and", not, (a, b) => a && b);
  const either = chain("or", both, (a, b) => a || b);
  const value = words.length === 3 && isBinary(words[1], "dash") ? either("operand") : either(token(0));
  const [left, right] = words.slice(at);
  if (left !== undefined && right !== undefined) throw new TestFailure("operator", left);
  return value !== negated;
}
