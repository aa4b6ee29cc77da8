import { SyntaxProblem } from "./syntax-problem.ts";
import { keywords, type Token } from "./token.ts";
import type { Span } from "./tree.ts";

/** What encloses the place that is being read. */
export interface Within {
  readonly inFunction: boolean;
  readonly inAsync: boolean;
  readonly inLoop: boolean;
  readonly inClass: boolean;
}

const deepest = 90;

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

  /** The colon that opens a block. */
  colon(): void {
    if (this.take(":")) return;
    if (this.is("=")) throw this.wrong("invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    throw this.wrong(this.isKind("newline") || !this.is(")") ? "expected ':'" : "invalid syntax");
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

  /** Runs a reader one level deeper, within CPython's own bound on nesting. */
  deeper<Result>(read: () => Result): Result {
    this.depth++;
    if (this.depth > deepest) throw this.wrong("too many nested parentheses");
    try {
      return read();
    } finally {
      this.depth--;
    }
  }
}
