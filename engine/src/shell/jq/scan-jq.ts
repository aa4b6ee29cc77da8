import { notSimulated } from "../../core/engine-error.ts";

/** A program that is no filter. jq's own words come from its parser generator and are not modelled. */
const syntaxError = (text: string, at: number): Error =>
  notSimulated(
    `the words of jq about the filter ${JSON.stringify(text.slice(0, 80))}, which it does not understand from character ${at + 1} on`,
    "end with status 3 and a syntax error",
  );

/** Filters inside one another. */
const DEPTH = 200;
const SIGN = /\?\/\/=?|\/\/=|\/\/|[|+*/%=!<>-]=|[|,+*/%=<>-]|(?:and|or)(?![\w:])/y;

/** A jq program from left to right: white space and comments between its words count for nothing. */
export class JqScanner {
  protected readonly text: string;
  protected at = 0;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  protected fail(): never {
    throw syntaxError(this.text, this.at);
  }

  protected rest(): string {
    return this.text.slice(this.at, this.at + 64);
  }

  protected space(): void {
    const blank = /(?:\s|#[^\n]*)*/y;
    blank.lastIndex = this.at;
    this.at += blank.exec(this.text)?.[0].length ?? 0;
  }

  /** Takes the text if it comes next. */
  protected take(text: string): boolean {
    this.space();
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  protected need(text: string): void {
    if (!this.take(text)) this.fail();
  }

  protected match(pattern: RegExp): string | undefined {
    this.space();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Takes a keyword that comes next and ends there. */
  protected word(word: string): boolean {
    const start = this.at;
    if (this.match(/[A-Za-z_][\w]*/y) === word) return true;
    this.at = start;
    return false;
  }

  protected peekSign(): string | undefined {
    const start = this.at;
    const sign = this.match(SIGN);
    this.at = start;
    return sign;
  }

  protected name(): string {
    return this.match(/[A-Za-z_]\w*/y) ?? this.fail();
  }

  protected nested<T>(body: () => T): T {
    if (++this.#depth > DEPTH) throw notSimulated("a jq filter nested this deeply", "read on");
    try {
      return body();
    } finally {
      this.#depth--;
    }
  }
}
