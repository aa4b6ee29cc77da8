import type { Input } from "../shell/process.ts";

/** What a program waits for: the next line of its input, or one that the terminal does not show. */
export type Wanted = "line" | "secret";

/** Thrown where a program wants more than was typed so far: the line is run again when there is more. */
export class WaitsForInput {
  readonly wants: Wanted;

  constructor(wants: Wanted) {
    this.wants = wants;
  }
}

/** What Ctrl-D sends: the end of the input, at the start of a line. */
const END = "\u0004";

/** What somebody types while a command runs, line by line. The terminal shows each line when it is read, unless it is secret. */
export class TerminalInput implements Input {
  readonly #typed: readonly string[];
  readonly #echo: (text: string) => void;
  #next = 0;

  constructor(typed: readonly string[], echo: (text: string) => void) {
    this.#typed = typed;
    this.#echo = echo;
  }

  line(secret = false): string | undefined {
    const text = this.#typed[this.#next];
    if (text === undefined) throw new WaitsForInput(secret ? "secret" : "line");
    // The end stays the end for all who ask again.
    if (text.startsWith(END)) return undefined;
    this.#next++;
    this.#echo(secret ? "" : text);
    return text;
  }

  rest(): string {
    let rest = "";
    for (let line = this.line(); line !== undefined; line = this.line()) rest += line;
    return rest;
  }
}
