import type { Flavour } from "../process.ts";
import { nested } from "../nested.ts";
import { ASSIGN, AwkProblem, type AwkToken, COMPARE, RESERVED, tokensOf } from "./tokens-awk.ts";
import { type AwkFunction, type AwkProgram, type Expr, isLeaving, type Rule, type Stmt } from "./tree-awk.ts";

/** Reads an awk program (POSIX `awk`). @throws {AwkProblem} */
export function parseAwk(source: string, flavour: Flavour): AwkProgram {
  const tokens = tokensOf(source, flavour);
  let at = 0;
  /** Inside `print a > b` a `>` is a redirection, unless in parentheses; inside `for (x in y)` the `in` is not an operator. */
  let noGreater = false;
  let noIn = false;
  const peek = (): AwkToken => tokens[at] ?? { kind: "end", text: "" };
  const is = (text: string): boolean =>
    peek().text === text && peek().kind !== "string" && peek().kind !== "regex";
  const fail = (): never => {
    throw new AwkProblem(
      `syntax error${peek().kind === "end" ? " at end of program" : ` near ${peek().text === "\n" ? "end of line" : peek().text}`}`,
    );
  };
  const expect = (text: string): void => {
    if (!is(text)) fail();
    at++;
  };
  const accept = (text: string): boolean => (is(text) ? (at++, true) : false);
  const newlines = (): void => {
    while (peek().kind === "newline") at++;
  };
  const ends = (): void => {
    while (peek().kind === "newline" || is(";")) at++;
  };
  const open = <T>(body: () => T): T => {
    const [greater, inside] = [noGreater, noIn];
    noGreater = false;
    noIn = false;
    const value = body();
    noGreater = greater;
    noIn = inside;
    return value;
  };
  const list = (close: string): Expr[] => {
    const out: Expr[] = [];
    newlines();
    while (!is(close)) {
      out.push(expression());
      newlines();
      if (!accept(",")) break;
      newlines();
    }
    expect(close);
    return out;
  };
  const PARTS = "parts of a program inside one another";
  const primary = nested(PARTS, anyPrimary);
  const unary = nested(PARTS, anyUnary);
  const statement = nested(PARTS, anyStatement);
  let outside = false; // In BEGIN and END there is no record.
  const isTarget = (expr: Expr): boolean =>
    expr.kind === "variable" || expr.kind === "field" || expr.kind === "element";

  function anyPrimary(): Expr {
    const token = peek();
    at++;
    switch (token.kind) {
      case "number":
        return { kind: "number", value: Number(token.text) };
      case "string":
        return { kind: "string", value: token.text };
      case "regex":
        return { kind: "regex", pattern: token.text };
      case "call":
        expect("(");
        return { kind: "call", name: token.text, args: open(() => list(")")) };
      case "name":
        if (token.text === "getline") {
          const target = peek().kind === "name" || is("$") ? primary() : undefined;
          return { kind: "getline", target, file: accept("<") ? primary() : undefined, command: undefined };
        }
        if (token.text === "length") return { kind: "call", name: "length", args: [] };
        if (accept("[")) return { kind: "element", name: token.text, keys: open(() => list("]")) };
        if (RESERVED.test(token.text)) {
          at--;
          return fail();
        }
        return { kind: "variable", name: token.text };
      default:
    }
    if (token.text === "$")
      return { kind: "field", index: is("++") || is("--") || is("-") ? unary() : primary() };
    if (token.text === "(") {
      const inner = open(() => list(")"));
      if (inner.length > 1) {
        if (!is("in")) fail();
        at++;
        return { kind: "in", keys: inner, name: tokens[at++]?.text ?? "" };
      }
      return inner[0] ?? fail();
    }
    at--;
    return fail();
  }
  function postfix(): Expr {
    const token = peek();
    if (token.text === "++" || token.text === "--") {
      at++;
      return { kind: "step", by: token.text === "++" ? 1 : -1, prefix: true, target: postfix() };
    }
    const body = primary();
    if (!isTarget(body)) return body;
    if (is("++") || is("--"))
      return { kind: "step", by: tokens[at++]?.text === "++" ? 1 : -1, prefix: false, target: body };
    return body;
  }
  function power(): Expr {
    const left = postfix();
    if (is("**") && flavour === "gnu") throw new AwkProblem("syntax error near *");
    if (!is("^") && !is("**")) return left;
    at++;
    return { kind: "binary", operator: "^", left, right: is("-") || is("+") || is("!") ? unary() : power() };
  }
  function anyUnary(): Expr {
    if (is("!") || is("-") || is("+")) {
      const operator = tokens[at++]?.text ?? "";
      return { kind: "unary", operator, body: unary() };
    }
    return power();
  }
  function level(next: () => Expr, operators: readonly string[]): Expr {
    let left = next();
    while (peek().kind === "operator" && operators.includes(peek().text)) {
      const operator = tokens[at++]?.text ?? "";
      left = { kind: "binary", operator, left, right: next() };
    }
    return left;
  }
  const product = (): Expr => level(unary, ["*", "/", "%"]);
  const sum = (): Expr => level(product, ["+", "-"]);
  function joined(): Expr {
    let left = sum();
    for (;;) {
      const { kind, text } = peek();
      const begins =
        kind === "number" ||
        kind === "string" ||
        kind === "call" ||
        kind === "regex" ||
        (kind === "name" && text !== "in" && text !== "getline") ||
        (kind === "operator" && ["$", "!", "(", "-", "+", "++", "--"].includes(text));
      if (!begins || text === "in") return left;
      left = { kind: "binary", operator: " ", left, right: sum() };
    }
  }
  function compared(): Expr {
    const left = joined();
    if (peek().kind === "operator" && COMPARE.has(peek().text) && !(noGreater && is(">"))) {
      const operator = tokens[at++]?.text ?? "";
      return { kind: "binary", operator, left, right: joined() };
    }
    return left;
  }
  /** `command | getline name`, which binds as a comparison does. */
  function piped(): Expr {
    let left = compared();
    while (is("|") && tokens[at + 1]?.text === "getline") {
      at += 2;
      const target = peek().kind === "name" || is("$") ? primary() : undefined;
      left = { kind: "getline", target, file: undefined, command: left };
    }
    return left;
  }
  const matched = (): Expr => level(piped, ["~", "!~"]);
  function member(): Expr {
    let left = matched();
    while (!noIn && is("in") && peek().kind === "name") {
      at++;
      left = { kind: "in", keys: [left], name: tokens[at++]?.text ?? "" };
    }
    return left;
  }
  function both(): Expr {
    let left = member();
    while (accept("&&")) {
      newlines();
      left = { kind: "binary", operator: "&&", left, right: member() };
    }
    return left;
  }
  function either(): Expr {
    let left = both();
    while (accept("||")) {
      newlines();
      left = { kind: "binary", operator: "||", left, right: both() };
    }
    return left;
  }
  /** What comes after a `?`. */
  function choice(test: Expr): Expr {
    newlines();
    const yes = expression();
    newlines();
    expect(":");
    newlines();
    return { kind: "choice", test, yes, no: expression() };
  }
  function expression(): Expr {
    const test = either();
    if (accept("?")) return choice(test);
    if (peek().kind === "operator" && ASSIGN.has(peek().text)) {
      const operator = tokens[at++]?.text ?? "";
      newlines();
      const value = expression();
      if (isTarget(test)) return { kind: "assign", operator, target: test, value };
      // `!x = y` and `1 + x = y`: the assignment belongs to what stands right before it.
      if (test.kind === "unary" && isTarget(test.body))
        return { ...test, body: { kind: "assign", operator, target: test.body, value } };
      if (test.kind === "binary" && isTarget(test.right))
        return { ...test, right: { kind: "assign", operator, target: test.right, value } };
      return fail();
    }
    return test;
  }

  /** Where `print` writes to: a `?` behind it belongs to the name. */
  function outputName(): Expr {
    const test = joined();
    if (!accept("?")) return test;
    return choice(test);
  }

  function simple(): Stmt {
    const { text, kind } = peek();
    if ((kind === "name" || kind === "call") && (text === "print" || text === "printf")) {
      at++;
      noGreater = true;
      let args: Expr[] = [];
      const parenthesis = is("(") && closesStatement();
      if (parenthesis) {
        at++;
        args = open(() => list(")"));
      } else if (!/^[\n;}|>]$|^>>$|^$/.test(peek().text) || peek().kind === "string") {
        do {
          newlines();
          args.push(expression());
        } while (accept(","));
      }
      noGreater = false;
      const none = text === "printf" && args.length === 0;
      if (none && flavour === "gnu") throw new AwkProblem("no arguments in call to printf");
      const how = [">", ">>", "|"].find((operator) => peek().kind === "operator" && is(operator));
      if (how !== undefined) at++;
      return {
        kind: "print",
        format: text === "printf",
        args,
        to: how === undefined ? undefined : { how, file: outputName() },
      };
    }
    if (kind === "name" && text === "delete") {
      at++;
      const name = tokens[at++]?.text ?? "";
      return { kind: "delete", name, keys: accept("[") ? list("]") : undefined };
    }
    return { kind: "expression", body: expression() };
  }
  /** Does the parenthesis here enclose all of print's arguments? */
  function closesStatement(): boolean {
    let depth = 0;
    for (let i = at; i < tokens.length; i++) {
      const token = tokens[i];
      if (token?.kind !== "operator") continue;
      if (token.text === "(") depth++;
      if (token.text === ")" && --depth === 0) {
        const after = tokens[i + 1];
        return (
          after === undefined ||
          after.kind === "newline" ||
          after.kind === "end" ||
          (after.kind === "operator" && [";", "}", ">", ">>", "|"].includes(after.text))
        );
      }
    }
    return false;
  }
  function body(): Stmt {
    newlines();
    if (accept(";")) return { kind: "block", body: [] };
    const made = statement();
    return made;
  }
  function anyStatement(): Stmt {
    const { text, kind } = peek();
    if (is("{") && kind === "operator") {
      at++;
      return block();
    }
    const word = kind === "name" || kind === "call" ? text : "";
    if (word === "if") {
      at++;
      expect("(");
      const test = open(expression);
      expect(")");
      const yes = body();
      const back = at;
      ends();
      if (is("else") && peek().kind === "name") {
        at++;
        return { kind: "if", test, yes, no: body() };
      }
      at = back;
      return { kind: "if", test, yes, no: undefined };
    }
    if (word === "while") {
      at++;
      expect("(");
      const test = open(expression);
      expect(")");
      return { kind: "while", test, body: body(), first: false };
    }
    if (word === "do") {
      at++;
      const inner = body();
      ends();
      expect("while");
      expect("(");
      const test = open(expression);
      expect(")");
      return { kind: "while", test, body: inner, first: true };
    }
    if (word === "for") {
      at++;
      expect("(");
      if (tokens[at]?.kind === "name" && tokens[at + 1]?.text === "in" && tokens[at + 3]?.text === ")") {
        const [name = "", array = ""] = [tokens[at]?.text, tokens[at + 2]?.text];
        at += 4;
        return { kind: "forIn", name, array, body: body() };
      }
      const start = is(";") ? undefined : simple();
      expect(";");
      newlines();
      const test = is(";") ? undefined : expression();
      expect(";");
      newlines();
      const step = is(")") ? undefined : simple();
      expect(")");
      return { kind: "for", start, test, step, body: body() };
    }
    let made: Stmt;
    if (isLeaving(word)) {
      if (word.startsWith("next") && outside && flavour === "gnu")
        throw new AwkProblem(`improper use of ${word}`);
      at++;
      const bare = peek().kind === "newline" || peek().kind === "end" || is(";") || is("}");
      made = { kind: "leave", how: word, value: bare ? undefined : expression() };
    } else made = simple();
    if (!is("}") && peek().kind !== "end" && peek().kind !== "newline" && !is(";")) fail();
    if (is(";") || peek().kind === "newline") at++;
    return made;
  }
  function block(): Stmt {
    const out: Stmt[] = [];
    for (ends(); !is("}"); ends()) {
      if (peek().kind === "end") fail();
      out.push(statement());
    }
    at++;
    return { kind: "block", body: out };
  }

  const rules: Rule[] = [];
  const functions = new Map<string, AwkFunction>();
  for (ends(); peek().kind !== "end"; ends()) {
    if (is("function") || is("func")) {
      at++;
      const name = tokens[at++]?.text ?? "";
      expect("(");
      const parameters = list(")").map((one) => (one.kind === "variable" ? one.name : fail()));
      newlines();
      expect("{");
      functions.set(name, { parameters, body: block() });
      continue;
    }
    let from: Rule["from"];
    let to: Expr | undefined;
    if ((is("BEGIN") || is("END")) && peek().kind === "name") from = tokens[at++]?.text as "BEGIN" | "END";
    else if (!is("{") || peek().kind !== "operator") {
      from = expression();
      if (accept(",")) {
        newlines();
        to = expression();
      }
    }
    const acts = is("{") && peek().kind === "operator";
    if (acts) at++;
    else if (peek().kind !== "newline" && peek().kind !== "end" && !is(";")) fail();
    outside = from === "BEGIN" || from === "END";
    rules.push({ from, to, body: acts ? block() : undefined });
    outside = false;
  }
  return { rules, functions };
}
