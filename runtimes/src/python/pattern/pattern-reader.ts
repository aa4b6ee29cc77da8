/** What is wrong with a pattern, in the words of Python's `re.error`. */
export class PatternProblem extends Error {
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

/** A pattern token by token: a character, or a backslash with the one behind it. */
export class PatternReader {
  readonly #characters: readonly string[];
  #at = 0;
  next: string | null = null;

  constructor(text: string) {
    this.#characters = Array.from(text);
    this.#read();
  }

  #read(): void {
    const first = this.#characters[this.#at];
    this.next = first ?? null;
    if (first !== "\\") return;
    const second = this.#characters[this.#at + 1];
    if (second === undefined) throw new PatternProblem("bad escape (end of pattern)", this.#at);
    this.next = first + second;
  }

  /** Where the next token begins, in code points. */
  get place(): number {
    return this.#at;
  }

  get(): string | null {
    const token = this.next;
    if (token !== null) this.#at += token.startsWith("\\") ? 2 : 1;
    this.#read();
    return token;
  }

  take(token: string): boolean {
    if (this.next !== token) return false;
    this.get();
    return true;
  }

  seek(place: number): void {
    this.#at = place;
    this.#read();
  }

  /** Up to `most` tokens that `test` takes. */
  while(most: number, test: RegExp): string {
    let text = "";
    for (let left = most; left > 0 && this.next !== null && test.test(this.next); left--)
      text += this.get() ?? "";
    return text;
  }

  /** What stands before `end`, which is taken too. `name` says what it is where it is missing. */
  until(end: string, name: string): string {
    let text = "";
    for (;;) {
      const token = this.get();
      if (token === null)
        throw text === ""
          ? this.problem(`missing ${name}`)
          : this.problem(`missing ${end}, unterminated name`, Array.from(text).length);
      if (token === end) {
        if (text === "") throw this.problem(`missing ${name}`, 1);
        return text;
      }
      text += token;
    }
  }

  /** A problem that begins `back` code points before the next token. */
  problem(message: string, back = 0): PatternProblem {
    return new PatternProblem(message, this.place - back);
  }
}
