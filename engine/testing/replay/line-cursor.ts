import { plain } from "./marked-lines.ts";

/** Reads a transcript from top to bottom, and knows the line for what it complains of. */
export class LineCursor {
  readonly #lines: readonly string[];
  readonly #name: string;
  #at = 0;

  constructor(name: string, text: string) {
    this.#name = name;
    this.#lines = text.split("\n");
  }

  get line(): string | undefined {
    return this.#lines[this.#at];
  }

  next(): string {
    return this.#lines[this.#at++] ?? "";
  }

  /** The lines that begin with a mark, as the text they stand for; a `\` after them takes the last line end away. */
  text(mark: string): string {
    let text = this.lines(mark)
      .map((line) => `${line}\n`)
      .join("");
    if (this.line === "\\") {
      this.#at++;
      text = text.slice(0, -1);
    }
    return plain(text);
  }

  /** The same lines one by one, with pictures where control characters stand. */
  lines(mark: string): string[] {
    const lines: string[] = [];
    for (; this.#takes(mark); this.#at++) lines.push((this.line ?? "").slice(mark.length));
    return lines;
  }

  /** Empty lines belong to a block when more of it follows. */
  #takes(mark: string): boolean {
    const { line } = this;
    if (line === undefined) return false;
    if (line.startsWith(mark) || line === mark.trimEnd())
      return mark.trim() !== "" || line !== "" || this.#blockGoesOn(mark);
    return false;
  }

  #blockGoesOn(mark: string): boolean {
    let ahead = this.#at;
    while (this.#lines[ahead] === "") ahead++;
    return this.#lines[ahead]?.startsWith(mark) ?? false;
  }

  fail(problem: string): never {
    throw new Error(`${this.#name}:${this.#at + 1}: ${problem}: ${this.line ?? "end of file"}`);
  }
}
