import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { type Regex, regex, RegexProblem } from "../regex/regex.ts";
import { nested } from "../nested.ts";

class ExprProblem {
  readonly words: string;
  constructor(words: string) {
    this.words = words;
  }
}

const LEVELS = [
  ["|"],
  ["&"],
  ["=", "==", "!=", "<", ">", "<=", ">="],
  ["+", "-"],
  ["*", "/", "%"],
  [":"],
] as const;
const isNumber = (text: string): boolean => /^-?\d+$/.test(text);
const isNull = (text: string): boolean => text === "" || /^-?0+$/.test(text);

/** The pattern of `:`, which always begins at the start. @throws {ExprProblem} in the C library's words */
function compiled(pattern: string): Regex {
  try {
    return regex(pattern.startsWith("^") ? pattern : `^${pattern}`, { extended: false });
  } catch (problem) {
    if (problem instanceof RegexProblem) throw new ExprProblem(problem.message);
    throw problem;
  }
}

function combine(operator: string, a: string, b: string, gnu: boolean): string {
  if (operator === "|") return isNull(a) ? (isNull(b) ? "0" : b) : a;
  if (operator === "&") return isNull(a) || isNull(b) ? "0" : a;
  if (operator === ":") {
    const match = compiled(b).exec(a);
    if (/\\\(/.test(b)) return match?.[1] ? a.slice(match[1][0], match[1][1]) : "";
    return String(match?.[0] ? match[0][1] : 0);
  }
  if (/[=<>]/.test(operator)) {
    const order = isNumber(a) && isNumber(b) ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
    const yes =
      operator === "=" || operator === "=="
        ? order === 0
        : operator === "!="
          ? order !== 0
          : operator === "<"
            ? order < 0
            : operator === ">"
              ? order > 0
              : operator === "<="
                ? order <= 0
                : order >= 0;
    return yes ? "1" : "0";
  }
  if (!isNumber(a) || !isNumber(b))
    throw new ExprProblem(gnu ? "non-integer argument" : "non-numeric argument");
  const [x, y] = [BigInt(a), BigInt(b)];
  if (operator === "+") return String(x + y);
  if (operator === "-") return String(x - y);
  if (operator === "*") return String(x * y);
  if (y === 0n) throw new ExprProblem("division by zero");
  return String(operator === "/" ? x / y : x % y);
}

export const expr: Program = {
  name: "expr",
  run(process, flavour) {
    const words = process.argv.slice(1);
    let at = 0;
    const primary = nested("parts of an expression inside one another", (): string => {
      const word = words[at++];
      if (word === undefined)
        throw new ExprProblem(
          flavour === "gnu" ? `syntax error: missing argument after ‘${words.at(-1)}’` : "syntax error",
        );
      if (flavour === "gnu" && word === "+" && words[at] !== undefined) return words[at++] ?? "";
      if (word === "index" && at < words.length) {
        const [text, set] = [[...primary()], [...primary()]];
        return String(text.findIndex((character) => set.includes(character)) + 1);
      }
      if (word === "match" && at < words.length) {
        const text = primary();
        return combine(":", text, primary(), flavour === "gnu");
      }
      if (word === "length" && at < words.length) return String([...primary()].length);
      if (word === "substr" && at < words.length) {
        const [text, from, count] = [primary(), Number(primary()), Number(primary())];
        return [...text].slice(from - 1, from - 1 + count).join("");
      }
      if (word !== "(") return word;
      const inner = level(0);
      if (words[at++] !== ")")
        throw new ExprProblem(
          flavour === "gnu" ? "syntax error: expecting ')' after ‘" + words.at(-1) + "’" : "syntax error",
        );
      return inner;
    });
    const level = (i: number): string => {
      const operators: readonly string[] | undefined = LEVELS[i];
      if (!operators) return primary();
      let left = level(i + 1);
      for (let word = words[at]; word !== undefined && operators.includes(word); word = words[at]) {
        at++;
        left = combine(word, left, level(i + 1), flavour === "gnu");
      }
      return left;
    };
    try {
      if (words.length === 0)
        throw new ExprProblem(
          flavour === "gnu" ? "missing operand\nTry 'expr --help' for more information." : "syntax error",
        );
      const value = level(0);
      if (at < words.length)
        throw new ExprProblem(
          flavour === "gnu" ? `syntax error: unexpected argument ‘${words[at]}’` : "syntax error",
        );
      process.stdout.write(`${value}\n`);
      return isNull(value) ? 1 : 0;
    } catch (problem) {
      if (!(problem instanceof ExprProblem)) throw problem;
      complain(process, flavour, problem.words);
      return 2;
    }
  },
};
