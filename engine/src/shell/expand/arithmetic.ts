import { ShellError } from "../interpreter/jumps.ts";
import type { Dialect } from "../interpreter/shell.ts";
import { nested } from "../nested.ts";

/** Where variables of an expression live. */
export interface Names {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

type Kind = "primary" | "end" | "zero" | "colon" | "paren" | "exponent" | "digit" | "target" | "operator";

const WORDS: Readonly<Record<Dialect, Readonly<Record<Kind, string>>>> = {
  dash: {
    primary: "expecting primary",
    end: "expecting EOF",
    zero: "division by zero",
    colon: "expecting ':'",
    paren: "expecting ')'",
    exponent: "expecting primary",
    digit: "expecting EOF",
    target: "expecting EOF",
    operator: "expecting EOF",
  },
  ash: {
    primary: "arithmetic syntax error",
    end: "arithmetic syntax error",
    zero: "divide by zero",
    colon: "malformed ?: operator",
    paren: "arithmetic syntax error",
    exponent: "negative exponent",
    digit: "arithmetic syntax error",
    target: "arithmetic syntax error",
    operator: "arithmetic syntax error",
  },
  bash: {
    primary: "syntax error: operand expected",
    end: "syntax error in expression",
    zero: "division by 0",
    colon: "`:' expected for conditional expression",
    paren: "missing `)'",
    exponent: "exponent less than 0",
    digit: "value too great for base",
    target: "attempted assignment to non-variable",
    operator: "syntax error: invalid arithmetic operator",
  },
};

const BINARY: Readonly<Record<string, number>> = {
  "||": 3,
  "&&": 4,
  "|": 5,
  "^": 6,
  "&": 7,
  "==": 8,
  "!=": 8,
  "<": 9,
  ">": 9,
  "<=": 9,
  ">=": 9,
  "<<": 10,
  ">>": 10,
  "+": 11,
  "-": 11,
  "*": 12,
  "/": 12,
  "%": 12,
  "**": 13,
};
const ASSIGN = /^(?:[-+*/%&|^]|<<|>>)?=$/;
const TOKEN =
  /\s*(?:(0[xX][0-9a-fA-F]+|\d+#[0-9A-Za-z@_]+|\d+)|([A-Za-z_]\w*(?:\[[^\]]*\])?)|(<<=|>>=|\*\*|\+\+|--|[-+*/%&|^!=<>]=|<<|>>|&&|\|\||[-+*/%&|^!~<>=?:(),]))/y;

const MOST = (1n << 63n) - 1n;
const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);
/** A number that is too large: `strtoimax` of dash gives the largest, busybox's `strtoull` none from 2^64 on, bash wraps. */
const bounded = (value: bigint, dialect: Dialect): bigint =>
  dialect === "dash" && value > MOST ? MOST : dialect === "ash" && value >> 64n ? 0n : wrap(value);
const truth = (value: boolean): bigint => (value ? 1n : 0n);

/** How many parentheses are open before the `i`-th token. */
const depthOf = (tokens: readonly { readonly text: string }[], i: number): number =>
  tokens.slice(0, i).reduce((depth, { text }) => depth + (text === "(" ? 1 : text === ")" ? -1 : 0), 0);

/** `$((…))`: signed 64-bit integers as in C (POSIX 2.6.4). `text` has been through parameter expansion. */
export function arithmetic(text: string, names: Names, dialect: Dialect, depth = 0): bigint {
  const tokens: { kind: "number" | "name" | "operator"; text: string; end: number }[] = [];
  let at = 0;
  /** bash shows the text from the token on that it read last. */
  const fail = (kind: Kind, from = at): never => {
    const words = WORDS[dialect][kind];
    if (dialect === "dash") throw new ShellError(`arithmetic expression: ${words}: "${text}"`, 2, true);
    if (dialect === "ash") throw new ShellError(words, 2, true);
    const token = tokens[Math.min(from, tokens.length - 1)];
    const shown = kind === "digit" ? text.slice(0, token?.end) : text;
    const rest = shown.slice((token?.end ?? 0) - (token?.text.length ?? 0));
    throw new ShellError(`${shown.trimStart()}: ${words} (error token is "${rest}")`, 1, true);
  };
  TOKEN.lastIndex = 0;
  const whole = text.trimEnd();
  for (let at = 0; at < whole.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(whole);
    if (!match) {
      const start = at + (/^\s*/.exec(whole.slice(at))?.[0].length ?? 0);
      tokens.push({ kind: "operator", text: "\0", end: start + 1 });
      break;
    }
    const [, number, name, operator] = match;
    const end = TOKEN.lastIndex;
    if (
      operator !== undefined &&
      dialect === "dash" &&
      (operator === "++" || operator === "--" || operator === "**")
    ) {
      for (const character of operator) tokens.push({ kind: "operator", text: character, end });
    } else if (number !== undefined) tokens.push({ kind: "number", text: number, end });
    else if (name !== undefined) tokens.push({ kind: "name", text: name, end });
    else tokens.push({ kind: "operator", text: operator ?? "", end });
  }
  if (tokens.length === 0) return dialect === "dash" ? fail("primary") : 0n;
  if (depth > 20) return fail("end");
  const peek = (): string => (tokens[at]?.kind === "operator" ? (tokens[at]?.text ?? "") : "");
  const literal = (digits: string): bigint => {
    const based = /^(\d+)#(.+)$/.exec(digits);
    if (based) {
      if (dialect === "dash") return fail("end");
      const value = Number.parseInt(based[2] ?? "", Number(based[1]));
      return Number.isNaN(value) ? fail("end") : BigInt(value);
    }
    if (/^0[0-9]/.test(digits)) {
      if (/[89]/.test(digits)) return fail("digit", at - 1);
      return bounded(BigInt(`0o${digits.slice(1)}`), dialect);
    }
    return bounded(BigInt(digits), dialect);
  };
  const variable = (name: string): bigint => {
    const value = (names.get(name) ?? "").trim();
    if (value === "") return 0n;
    if (/^[-+]?\d+$/.test(value) && !/^[-+]?0\d/.test(value)) return wrap(BigInt(value));
    if (/^[-+]?0[xX][0-9a-fA-F]+$/.test(value))
      return wrap(BigInt(value.replace(/^[-+]/, "")) * (value.startsWith("-") ? -1n : 1n));
    if (dialect === "dash" && !/^[-+]?0[0-7]*$/.test(value))
      throw new ShellError(`Illegal number: ${value}`, 2, true);
    return arithmetic(value, names, dialect, depth + 1);
  };
  const primary = nested("parts of an expression inside one another", (live: boolean): bigint => {
    const token = tokens[at++];
    if (token === undefined) return fail("primary");
    if (token.kind === "number") return literal(token.text);
    if (token.kind === "name") {
      const operator = peek();
      const old = live ? variable(token.text) : 0n;
      if (operator !== "++" && operator !== "--") return old;
      at++;
      if (live) names.set(token.text, String(old + (operator === "++" ? 1n : -1n)));
      return old;
    }
    if (token.text === "(") {
      const value = comma(live);
      if (peek() !== ")") return fail("paren");
      at++;
      return value;
    }
    if (token.text === "-") return wrap(-primary(live));
    if (token.text === "+") return primary(live);
    if (token.text === "!") return truth(primary(live) === 0n);
    if (token.text === "~") return wrap(~primary(live));
    const target = tokens[at];
    if ((token.text === "++" || token.text === "--") && target?.kind === "name") {
      at++;
      const value = wrap(variable(target.text) + (token.text === "++" ? 1n : -1n));
      if (live) names.set(target.text, String(value));
      return value;
    }
    return fail("primary", at - 1);
  });
  const binary = (operator: string, a: bigint, b: bigint, right: number): bigint => {
    switch (operator) {
      case "|":
        return a | b;
      case "^":
        return a ^ b;
      case "&":
        return a & b;
      case "==":
        return truth(a === b);
      case "!=":
        return truth(a !== b);
      case "<":
        return truth(a < b);
      case ">":
        return truth(a > b);
      case "<=":
        return truth(a <= b);
      case ">=":
        return truth(a >= b);
      case "<<":
        return wrap(a << (b & 63n));
      case ">>":
        return a >> (b & 63n);
      case "+":
        return wrap(a + b);
      case "-":
        return wrap(a - b);
      case "*":
        return wrap(a * b);
      case "**":
        return b < 0n
          ? fail("exponent")
          : b > 64n && a !== 0n && a !== 1n && a !== -1n
            ? wrap(a ** (b % 2n === 0n ? 64n : 63n) * 0n)
            : wrap(a ** (b > 64n ? (b % 2n) + 2n : b));
      default:
        return b === 0n ? fail("zero", right) : wrap(operator === "/" ? a / b : a % b);
    }
  };
  const climb = (lowest: number, live: boolean): bigint => {
    let left = primary(live);
    for (;;) {
      const operator = peek();
      const strength = BINARY[operator] ?? 0;
      if (strength < lowest || strength === 0) return left;
      at++;
      if (operator === "&&" || operator === "||") {
        const decided = operator === "&&" ? left === 0n : left !== 0n;
        const right = climb(strength + 1, live && !decided);
        left = decided ? truth(operator === "||") : truth(right !== 0n);
      } else {
        const from = at;
        const right = climb(operator === "**" ? strength : strength + 1, live);
        left = live ? binary(operator, left, right, from) : 0n;
      }
    }
  };
  /** `x = 1`: only where an expression begins. */
  const assignment = (live: boolean): bigint => {
    const [target, sign] = [tokens[at], tokens[at + 1]];
    if (target?.kind !== "name" || sign?.kind !== "operator" || !ASSIGN.test(sign.text))
      return conditional(live);
    at += 2;
    const right = assignment(live);
    if (!live) return 0n;
    const operator = sign.text.slice(0, -1);
    const value = operator === "" ? right : binary(operator, variable(target.text), right, at - 1);
    names.set(target.text, String(value));
    return value;
  };
  const conditional = (live: boolean): bigint => {
    const test = climb(1, live);
    if (peek() !== "?") return test;
    at++;
    const from = at;
    const yes = comma(live && test !== 0n);
    // busybox has one stack for all `?`: a second one before the `:` is none of its own.
    if (
      dialect === "ash" &&
      tokens.slice(from, at).some(({ text }, i, all) => text === "?" && depthOf(all, i) === 0)
    )
      return fail("colon");
    if (peek() !== ":") return fail("colon");
    at++;
    const no = conditional(live && test === 0n);
    return test !== 0n ? yes : no;
  };
  const comma = (live: boolean): bigint => {
    let value = assignment(live);
    while (peek() === "," && dialect !== "dash") {
      at++;
      value = assignment(live);
    }
    return value;
  };
  const value = comma(true);
  if (at >= tokens.length) return value;
  const next = tokens[at]?.text ?? "";
  return fail(
    next === "\0" ? "operator" : tokens[at]?.kind === "operator" && ASSIGN.test(next) ? "target" : "end",
  );
}
