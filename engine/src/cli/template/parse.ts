import { lex, type Token } from "./lex.ts";
import { TemplateError } from "./template-error.ts";

/** One argument of a command. `at` is the column of its text, counted from 0 as Go's messages count. */
export type Operand =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | {
      readonly kind: "field";
      readonly of: Operand | undefined;
      readonly path: readonly string[];
      readonly text: string;
      readonly line: number;
      readonly at: number;
    }
  | { readonly kind: "variable"; readonly name: string; readonly path: readonly string[] }
  | { readonly kind: "function"; readonly name: string; readonly line: number; readonly at: number }
  | { readonly kind: "pipe"; readonly pipe: Pipe };

export interface Pipe {
  /** `$x := …`, or the two names of a range. */
  readonly names: readonly string[];
  readonly commands: readonly (readonly Operand[])[];
}

export type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "action"; readonly pipe: Pipe }
  | {
      readonly kind: "if" | "range" | "with";
      readonly pipe: Pipe;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    };

const MAX_DEPTH = 50;

/**
 * Reads a template of Go's text/template: actions, pipelines, variables, if, range, with.
 * @throws {TemplateError}
 */
export function parseTemplate(source: string, functions: ReadonlySet<string>): readonly Node[] {
  const tokens = lex(source);
  let next = 0;
  const peek = (): Token => tokens[next] ?? { kind: "end", text: "", line: 1, at: 0 };
  const take = (): Token => {
    const token = peek();
    next++;
    return token;
  };
  const fail = (token: Token, reason: string): TemplateError =>
    new TemplateError(`template: :${token.line}: ${reason}`);

  function nodes(depth: number): { body: Node[]; end: "end" | "else" | undefined } {
    if (depth > MAX_DEPTH) throw fail(peek(), "nested too deeply");
    const body: Node[] = [];
    for (;;) {
      const token = take();
      if (token.kind === "end") return { body, end: undefined };
      if (token.kind === "text") {
        body.push({ kind: "text", text: token.text });
        continue;
      }
      const word = peek();
      if (word.kind === "name" && (word.text === "end" || word.text === "else")) {
        next++;
        if (word.text === "end") close("end");
        return { body, end: word.text };
      }
      if (word.kind === "name" && (word.text === "if" || word.text === "range" || word.text === "with")) {
        next++;
        body.push(block(word.text, depth));
        continue;
      }
      if (word.kind === "close") {
        if (word.text === "comment") {
          next++;
          continue;
        }
        throw fail(word, "missing value for command");
      }
      body.push({ kind: "action", pipe: pipe("command") });
      close("command");
    }
  }

  function block(kind: "if" | "range" | "with", depth: number): Node {
    const condition = pipe(kind);
    close(kind);
    const first = nodes(depth + 1);
    if (first.end === undefined) throw fail(peek(), "unexpected EOF");
    if (first.end === "end") return { kind, pipe: condition, body: first.body, otherwise: [] };
    if (peek().kind === "name" && (peek().text === "if" || peek().text === "with")) {
      const word = take().text === "if" ? "if" : "with";
      return { kind, pipe: condition, body: first.body, otherwise: [block(word, depth + 1)] };
    }
    close("else");
    const second = nodes(depth + 1);
    if (second.end !== "end") throw fail(peek(), "unexpected EOF");
    return { kind, pipe: condition, body: first.body, otherwise: second.body };
  }

  function close(context: string): void {
    const token = take();
    if (token.kind !== "close") throw fail(token, `unexpected ${quote(token)} in ${context}`);
  }

  function pipe(context: string): Pipe {
    const names: string[] = [];
    const start = next;
    while (peek().kind === "variable" && names.length < 2) {
      names.push(take().text);
      if (peek().text !== ",") break;
      next++;
    }
    if (names.length > 0 && (peek().text === ":=" || peek().text === "=")) next++;
    else {
      names.length = 0;
      next = start;
    }
    const commands: Operand[][] = [];
    do {
      const operands: Operand[] = [];
      for (let operand = term(); operand; operand = term()) operands.push(operand);
      if (operands.length === 0) {
        if (peek().kind === "close" || peek().text === ")" || peek().text === "|")
          throw fail(peek(), `missing value for ${context}`);
        throw fail(peek(), `unexpected ${quote(peek())} in operand`);
      }
      commands.push(operands);
    } while (peek().text === "|" && take());
    return { names, commands };
  }

  function term(): Operand | undefined {
    const token = peek();
    if (token.kind === "string") return { kind: "literal", value: (take(), token.text) };
    if (token.kind === "number") return { kind: "literal", value: (take(), Number(token.text)) };
    if (token.kind === "variable") return { kind: "variable", name: take().text, path: path().names };
    if (token.kind === "field" || token.text === ".") {
      const names = token.kind === "field" ? [take().text] : (take(), []);
      const more = path();
      const all = [...names, ...more.names];
      return {
        kind: "field",
        of: undefined,
        path: all,
        text: all.length > 0 ? all.map((name) => `.${name}`).join("") : ".",
        line: token.line,
        at: more.at ?? token.at,
      };
    }
    if (token.text === "(" && token.kind === "mark") {
      next++;
      const inner: Operand = { kind: "pipe", pipe: pipe("parenthesized pipeline") };
      if (take().text !== ")") throw fail(token, "unclosed left paren");
      const more = path();
      if (more.names.length === 0) return inner;
      return {
        kind: "field",
        of: inner,
        path: more.names,
        text: more.names.map((name) => `.${name}`).join(""),
        line: token.line,
        at: more.at ?? token.at,
      };
    }
    if (token.kind !== "name") return undefined;
    next++;
    if (token.text === "true" || token.text === "false")
      return { kind: "literal", value: token.text === "true" };
    if (token.text === "nil") return { kind: "literal", value: null };
    if (!functions.has(token.text)) throw fail(token, `function ${JSON.stringify(token.text)} not defined`);
    return { kind: "function", name: token.text, line: token.line, at: token.at };
  }

  /** Fields that follow without a space: `.A.B`. Go puts the place of an error at the first of them. */
  function path(): { names: string[]; at: number | undefined } {
    const names: string[] = [];
    let at: number | undefined;
    while (peek().kind === "field" && !peek().spaced) {
      at ??= peek().at;
      names.push(take().text);
    }
    return { names, at };
  }

  const whole = nodes(0);
  if (whole.end) throw fail(peek(), `unexpected {{${whole.end}}}`);
  return whole.body;
}

const quote = (token: Token): string =>
  token.kind === "end" ? "EOF" : JSON.stringify(token.kind === "close" ? "}}" : token.text);
