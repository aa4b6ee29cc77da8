import { lex, type Token } from "./lex.ts";
import type { Block, Command, Node, Operand, Pipe } from "./node.ts";
import { WholeFloat } from "./value.ts";
import { readNumber } from "./read-number.ts";
import { TemplateError } from "./template-error.ts";
import { unquote } from "./unquote.ts";

/** A template and those that it defines by name. */
export interface ParsedTemplate {
  readonly body: readonly Node[];
  readonly defined: ReadonlyMap<string, readonly Node[]>;
}

type Ending = { readonly word: "end" | "else" };

const MAX_DEPTH = 50;
const OPERANDS: ReadonlySet<Token["kind"]> = new Set<Token["kind"]>([
  "bool",
  "character",
  "field",
  "name",
  "number",
  "string",
  "variable",
  "left",
]);

/**
 * Reads a template of Go's text/template, with Go's grammar and messages (text/template/parse, parse.go).
 * @param name what messages call it
 * @throws {TemplateError}
 */
export function parseTemplate(source: string, functions: ReadonlySet<string>, name: string): ParsedTemplate {
  const tokens = lex(source);
  const defined = new Map<string, readonly Node[]>();
  let next = 0;
  let depth = 0;
  let ranges = 0;
  let variables: string[] = ["$"];
  let action = 0;

  const lineOf = (at: number): number => source.slice(0, at).split("\n").length;
  const peek = (): Token => tokens[next] ?? { kind: "end", text: "", at: source.length };
  const take = (): Token => {
    const token = peek();
    next++;
    return token;
  };
  const skip = (): Token => {
    while (peek().kind === "space") next++;
    return peek();
  };
  const takeWord = (): Token => {
    skip();
    return take();
  };
  const isKeyword = (token: Token, word: string): boolean => token.kind === "keyword" && token.text === word;
  const error = (reason: string): TemplateError =>
    new TemplateError(`template: ${name}:${lineOf((tokens[next - 1] ?? peek()).at)}: ${reason}`);

  function unexpected(token: Token, context: string): TemplateError {
    if (token.kind !== "error") return error(`unexpected ${tokenText(token)} in ${context}`);
    const begun = lineOf(action);
    if (begun === lineOf(token.at)) return error(token.text);
    const where = ` in action started at ${name}:${begun}`;
    return error(token.text + (token.text.endsWith(" action") ? where.slice(" in action".length) : where));
  }

  function expect(kind: Token["kind"], context: string): Token {
    const token = takeWord();
    if (token.kind !== kind) throw unexpected(token, context);
    return token;
  }

  /** Up to `{{end}}` or `{{else}}`, or at the top up to the end of the text. */
  function list(top: boolean): { body: Node[]; end: Ending | undefined } {
    const body: Node[] = [];
    if (++depth > MAX_DEPTH) throw error("nested too deeply");
    for (;;) {
      const token = takeWord();
      if (token.kind === "end") {
        if (!top) throw error("unexpected EOF");
        return { body, end: undefined };
      }
      if (token.kind === "text") {
        body.push({ kind: "text", text: token.text, at: token.at });
        continue;
      }
      if (token.kind !== "open") throw unexpected(token, "input");
      action = token.at;
      if (top && isKeyword(skip(), "define")) {
        definition();
        continue;
      }
      const node = readAction();
      if ("word" in node) {
        depth--;
        return { body, end: node };
      }
      body.push(node);
    }
  }

  function readAction(): Node | Ending {
    const { at } = skip();
    const word = peek().kind === "keyword" ? peek().text : "";
    switch (word) {
      case "if":
      case "range":
      case "with":
        take();
        return block(word, at);
      case "end":
        take();
        expect("close", "end");
        return { word };
      case "else":
        take();
        if (!isKeyword(skip(), "if") && !isKeyword(peek(), "with")) expect("close", "else");
        return { word };
      case "break":
      case "continue": {
        take();
        const token = takeWord();
        if (token.kind !== "close") throw unexpected(token, `{{${word}}}`);
        if (ranges === 0) throw error(`{{${word}}} outside {{range}}`);
        return { kind: word, at };
      }
      case "template":
      case "block": {
        take();
        const context = `${word} clause`;
        const quoted = expect("string", context);
        const called = unquoted(quoted);
        if (word === "template" && skip().kind === "close") {
          take();
          return { kind: "template", name: called, pipe: undefined, at: quoted.at };
        }
        const given = pipe(context, "close");
        if (word === "block") define(called, context);
        return { kind: "template", name: called, pipe: given, at: quoted.at };
      }
      default:
        return { kind: "action", pipe: pipe("command", "close"), at };
    }
  }

  function definition(): void {
    take();
    const context = "define clause";
    const called = unquoted(expect("string", context));
    expect("close", context);
    define(called, context);
  }

  function define(called: string, context: string): void {
    const outer = variables;
    variables = ["$"];
    const { body, end } = list(false);
    if (end?.word === "else") throw error(`unexpected {{else}} in ${context}`);
    variables = outer;
    defined.set(called, body);
  }

  function block(kind: Block["kind"], at: number): Block {
    const known = variables.length;
    const given = pipe(kind, "close");
    if (kind === "range") ranges++;
    const first = list(false);
    if (kind === "range") ranges--;
    let otherwise: readonly Node[] = [];
    if (first.end?.word === "else") {
      const chained = peek();
      if (kind !== "range" && isKeyword(chained, kind)) {
        take();
        if (++depth > MAX_DEPTH) throw error("nested too deeply");
        otherwise = [block(kind, chained.at)];
        depth--;
      } else {
        const second = list(false);
        if (second.end?.word !== "end") throw error("expected end; found {{else}}");
        otherwise = second.body;
      }
    }
    variables.length = known;
    return { kind, pipe: given, body: first.body, otherwise, at };
  }

  function pipe(context: string, end: "close" | "right"): Pipe {
    const { at } = skip();
    const names: string[] = [];
    let assigns = false;
    while (skip().kind === "variable") {
      const before = next;
      const variable = take().text;
      const sign = skip();
      if (sign.kind === "assign" || sign.kind === "declare") {
        take();
        assigns = sign.kind === "assign";
        names.push(variable);
        variables.push(variable);
        break;
      }
      if (sign.kind !== "sign" || sign.text !== ",") {
        next = before;
        break;
      }
      take();
      names.push(variable);
      variables.push(variable);
      if (context !== "range" || names.length >= 2) throw error(`too many declarations in ${context}`);
      if (!["variable", "close", "right"].includes(skip().kind))
        throw error("range can only initialize variables");
    }
    const commands: Command[] = [];
    for (;;) {
      const token = skip();
      if (token.kind === end) {
        take();
        if (commands.length === 0) throw error(`missing value for ${context}`);
        const stage = commands.findIndex(
          ({ operands: [first] }, i) => i > 0 && first && ["literal", "dot", "nil"].includes(first.kind),
        );
        if (stage > 0) throw error(`non executable command in pipeline stage ${stage + 1}`);
        return { kind: "pipe", names, assigns, commands, at };
      }
      if (!OPERANDS.has(token.kind) && !isKeyword(token, ".") && !isKeyword(token, "nil"))
        throw unexpected(take(), context);
      commands.push(command());
    }
  }

  function command(): Command {
    const { at } = skip();
    const operands: Operand[] = [];
    for (;;) {
      skip();
      const one = operand();
      if (one) operands.push(one);
      const token = take();
      if (token.kind === "space") continue;
      if (token.kind === "close" || token.kind === "right") next--;
      else if (token.kind !== "pipe") throw unexpected(token, "operand");
      break;
    }
    if (operands.length === 0) throw error("empty command");
    return { kind: "command", operands, at };
  }

  function operand(): Operand | undefined {
    const one = term();
    if (one === undefined || peek().kind !== "field") return one;
    const { at } = peek();
    const path: string[] = [];
    while (peek().kind === "field") path.push(take().text.slice(1));
    if (one.kind === "field" || one.kind === "variable") return { ...one, path: [...one.path, ...path], at };
    if (one.kind === "literal" || one.kind === "dot" || one.kind === "nil")
      throw error(
        `unexpected . after term ${JSON.stringify(one.kind === "literal" ? one.text : one.kind === "dot" ? "." : "nil")}`,
      );
    return { kind: "chain", of: one, path, at };
  }

  function term(): Operand | undefined {
    const token = peek();
    const { text, at } = token;
    if (token.kind === "left") {
      take();
      if (++depth > MAX_DEPTH) throw error("nested too deeply");
      const inner = pipe("parenthesized pipeline", "right");
      depth--;
      return inner;
    }
    if (isKeyword(token, ".")) return { kind: "dot", at: take().at };
    if (isKeyword(token, "nil")) return { kind: "nil", at: take().at };
    if (!OPERANDS.has(token.kind)) return undefined;
    take();
    switch (token.kind) {
      case "name":
        if (!functions.has(text)) throw error(`function ${JSON.stringify(text)} not defined`);
        return { kind: "function", name: text, at };
      case "field":
        return { kind: "field", path: [text.slice(1)], at };
      case "variable":
        if (!variables.includes(text)) throw error(`undefined variable ${JSON.stringify(text)}`);
        return { kind: "variable", name: text, path: [], at };
      case "bool":
        return { kind: "literal", value: text === "true", text, at };
      case "string":
        return { kind: "literal", value: unquoted(token), text, at };
      case "character": {
        const letter = unquoted(token);
        if ([...letter].length !== 1) throw error(`malformed character constant: ${text}`);
        return { kind: "literal", value: letter.codePointAt(0) ?? 0, text, at };
      }
      default: {
        const value = readNumber(text);
        if (value === undefined) throw error(`illegal number syntax: ${JSON.stringify(text)}`);
        if (/^[+-]?\d+$/.test(text) && Math.abs(value) >= 2 ** 64)
          throw error(`integer overflow: ${JSON.stringify(text)}`);
        // A point or an exponent makes a float64, also of a whole number (text/template, exec.go, idealConstant).
        const isFloat = /[.eEpP]/.test(text) && !/^[+-]?0[xX]/.test(text);
        return {
          kind: "literal",
          value: isFloat && Number.isInteger(value) ? new WholeFloat(value) : value,
          text,
          at,
        };
      }
    }
  }

  function unquoted({ text }: Token): string {
    const value = unquote(text);
    if (value === undefined) throw error("invalid syntax");
    return value;
  }

  const { body, end } = list(true);
  if (end) throw error(`unexpected {{${end.word}}}`);
  return { body, defined };
}

/** A token as Go's messages name it. */
function tokenText({ kind, text }: Token): string {
  if (kind === "end") return "EOF";
  if (kind === "keyword") return `<${text}>`;
  const letters = [...text];
  return letters.length > 10 ? `${JSON.stringify(letters.slice(0, 10).join(""))}...` : JSON.stringify(text);
}
