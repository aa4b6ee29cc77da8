import type { Input } from "../process.ts";

/** Input that is known as a whole before it is read. */
export class TextInput implements Input {
  readonly #text: string;
  #at = 0;

  readonly fileSize: number | undefined;
  readonly terminal: string | undefined;

  constructor(text: string, fileSize?: number, terminal?: string) {
    this.#text = text;
    this.fileSize = fileSize;
    this.terminal = terminal;
  }

  /** UTF-16 code units that nobody has read yet. */
  get left(): number {
    return this.#text.length - this.#at;
  }

  line(): string | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const end = this.#text.indexOf("\n", this.#at);
    const line = this.#text.slice(this.#at, end < 0 ? undefined : end + 1);
    this.#at += line.length;
    return line;
  }

  upTo(end: string, most: number): string {
    const found = end === "" ? -1 : this.#text.indexOf(end, this.#at);
    const stop = Math.min(found < 0 ? this.#text.length : found + end.length, this.#at + most);
    const text = this.#text.slice(this.#at, stop);
    this.#at = stop;
    return text;
  }

  rest(): string {
    const rest = this.#text.slice(this.#at);
    this.#at = this.#text.length;
    return rest;
  }
}
