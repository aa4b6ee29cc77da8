import { nested } from "../nested.ts";
import type { Process } from "../process.ts";
import { isBinary, isUnary, testBinary, testUnary } from "./operators.ts";
import { TestFailure } from "./test-failure.ts";

/** What only a shell can answer: `-v name`, `-o option` of bash. */
export type OwnTests = Readonly<Record<string, (word: string) => boolean>>;

/** `test` of bash and coreutils: by the number of words up to four (POSIX `test`), then a grammar with `-a`, `-o` and parentheses. */
export function posixCondition(
  process: Process,
  all: readonly string[],
  style: "bash" | "gnu",
  own: OwnTests,
): boolean {
  let at = 0;
  const asks = (word: string): boolean => own[word] !== undefined || isUnary(word, style);
  const unary = (operator: string, word: string): boolean =>
    own[operator]?.(word) ?? testUnary(process, operator, word, style);
  const binary = (words: readonly string[]): boolean => {
    const [left = "", operator = "", right = ""] = words;
    return testBinary(process, left, operator, right, style);
  };
  const byCount = (words: readonly string[]): boolean => {
    const [first = "", second = "", third = ""] = words;
    const inside = words.at(-1) === ")" && first === "(";
    switch (words.length) {
      case 0:
        return false;
      case 1:
        return first !== "";
      case 2:
        if (first === "!") return second === "";
        if (asks(first)) return unary(first, second);
        throw new TestFailure("unary", first);
      case 3:
        if (isBinary(second, style)) return binary(words);
        if (second === "-a") return first !== "" && third !== "";
        if (second === "-o") return first !== "" || third !== "";
        if (first === "!") return !byCount(words.slice(1));
        if (inside) return second !== "";
        throw new TestFailure("binary", second);
      case 4:
        if (first === "!") return !byCount(words.slice(1));
        if (inside) return byCount(words.slice(1, -1));
    }
    const value = either();
    if (at < all.length) throw new TestFailure("operator", all[at] ?? "");
    return value;
  };
  const term = nested("parts of a condition inside one another", (): boolean => {
    const [word, next, after] = all.slice(at, at + 3);
    if (word === undefined) throw new TestFailure("argument", all.at(-1) ?? "");
    if (word === "!") {
      at++;
      return !term();
    }
    if (word === "(") {
      at++;
      const value = either();
      if (all[at] !== ")") throw new TestFailure("paren", all[at] ?? "");
      at++;
      return value;
    }
    if (after !== undefined && isBinary(next, style)) {
      at += 3;
      return binary([word, next ?? "", after]);
    }
    if (next !== undefined && asks(word)) {
      at += 2;
      return unary(word, next);
    }
    at++;
    return word !== "";
  });
  const both = (): boolean => {
    let value = term();
    while (all[at] === "-a") {
      at++;
      value = term() && value;
    }
    return value;
  };
  const either = (): boolean => {
    let value = both();
    while (all[at] === "-o") {
      at++;
      value = both() || value;
    }
    return value;
  };
  return byCount(all);
}
