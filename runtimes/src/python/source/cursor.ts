import { NotRun, SyntaxProblem } from "./syntax-problem.ts";
import { keywords, type Token } from "./token.ts";
import type { Span } from "./tree.ts";

/** What encloses the place that is being read. */
export interface Within {
  readonly inFunction: boolean;
  readonly inAsync: boolean;
  readonly inLoop: boolean;
  readonly inClass: boolean;
}

/** CPython's own bound (MAXLEVEL in Parser/tokenizer.h), and what is read here: the stacks of browsers hold no more. */
const deepest = 200;
const mostRead = 90;

/** Tokens, a place among them, and what encloses it. */
export class Cursor {
  within: Within = { inFunction: false, inAsync: false, inLoop: false, inClass: false };
  readonly version: number;
  private readonly tokens: readonly Token[];
  private place = 0;
  private depth = 0;

  /** `version`: the minor number of Python 3, for example 12. */
  constructor(tokens: readonly Token[], version: number) {
    this.tokens = tokens;
    this.version = version;
  }

  peek(ahead = 0): Token {
    const token = this.tokens[this.place + ahead] ?? this.tokens.at(-1);
    if (!token) throw new Error("a token stream has an end");
    return token;
  }

  previous(): Token {
    return this.peek(-1);
  }

  next(): Token {
    const token = this.peek();
    if (this.place < this.tokens.length - 1) this.place++;
    return token;
  }

  mark(): number {
    return this.place;
  }

  reset(mark: number): void {
    this.place = mark;
  }

  /** Is the token this punctuation or this keyword? */
  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === "operator" || token.kind === "name");
  }

  isKind(kind: Token["kind"], ahead = 0): boolean {
    return this.peek(ahead).kind === kind;
  }

  isName(ahead = 0): boolean {
    return this.isKind("name", ahead) && !keywords.has(this.peek(ahead).text);
  }

  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }

  expect(text: string): Token {
    if (!this.is(text)) throw this.wrong();
    return this.next();
  }

  name(): Token {
    if (!this.isName()) throw this.wrong();
    return this.next();
  }

  /** The colon that opens a block. `alone`: behind what else might go on, so that it is missed at the end of the line alone. */
  colon(alone = false): void {
    if (this.take(":")) return;
    if (this.is("=")) throw this.wrong("invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    throw this.wrong(this.isKind("newline") || (!alone && !this.is(")")) ? "expected ':'" : "invalid syntax");
  }

  /** The span from a token's or a tree's start to the token that was read last. */
  since(start: Span): Span {
    const end = this.previous().at;
    return {
      line: start.line,
      column: start.column,
      endLine: end.endLine,
      endColumn: end.endColumn,
    };
  }

  wrong(message = "invalid syntax", at: Span = this.peek().at): SyntaxProblem {
    if (message === "invalid syntax" && this.isKind("indent"))
      return new SyntaxProblem("unexpected indent", at, "IndentationError");
    return new SyntaxProblem(message, at);
  }

  /** What is told of an expression that is nested too deep to be read. */
  private tooDeep(): Error {
    let open = 0;
    let most = 0;
    for (const { kind, text } of this.tokens) {
      if (kind !== "operator") continue;
      if (text === "(" || text === "[" || text === "{") most = Math.max(most, ++open);
      else if (text === ")" || text === "]" || text === "}") open--;
    }
    if (most > deepest) return this.wrong("too many nested parentheses");
    return new NotRun("an expression nested this deep", this.peek().at.line);
  }

  /** Runs a reader one level deeper, within what can be read. */
  deeper<Result>(read: () => Result): Result {
    this.depth++;
    if (this.depth > mostRead) throw this.tooDeep();
    try {
      return read();
    } finally {
      this.depth--;
    }
  }
}
