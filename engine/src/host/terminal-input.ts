import type { CommandInput } from "../shell/interactive/command-input.ts";

/** What a program waits for: the next line of its input, one that the terminal does not show, a command for a shell. */
export type Wanted = "line" | "secret" | "command";

/** Thrown where a program wants more than was typed so far: the line is run again when there is more. */
export class WaitsForInput {
  readonly wants: Wanted;

  constructor(wants: Wanted) {
    this.wants = wants;
  }
}

/** What Ctrl-D sends: the end of the input, at the start of a line. */
const END = "\u0004";

/** The device of the terminal at which somebody sits. */
export const HOST_TERMINAL = "/dev/pts/0";

/** What somebody types while a command runs, line by line. The terminal shows each line when it is read, unless it is secret. */
export class TerminalInput implements CommandInput {
  readonly terminal: string = HOST_TERMINAL;
  readonly #typed: readonly string[];
  readonly #echo: (text: string) => void;
  /** Which of them the terminal did not show. */
  readonly #secrets = new Set<number>();
  #next = 0;
  /** Somebody was told of an end that was typed. */
  #ended = false;

  constructor(typed: readonly string[], echo: (text: string) => void) {
    this.#typed = typed;
    this.#echo = echo;
  }

  line(secret = false): string | undefined {
    return this.#read(secret ? "secret" : "line");
  }

  command(): string | undefined {
    return this.#read("command");
  }

  #read(wanted: Wanted): string | undefined {
    // An end that a program was told of is none for the shell that goes on after it.
    if (wanted === "command" && this.#ended) {
      this.#ended = false;
      this.#next++;
    }
    const text = this.#typed[this.#next];
    if (text === undefined) throw new WaitsForInput(wanted);
    if (text.startsWith(END)) {
      this.#ended = true;
      return undefined;
    }
    if (wanted === "secret") this.#secrets.add(this.#next);
    else this.#echo(text);
    this.#next++;
    return text;
  }

  /** What was typed, with `hide` in the place of secrets. */
  kept(hide: (secret: string) => string): readonly string[] {
    return this.#typed.map((text, at) => (this.#secrets.has(at) ? hide(text) : text));
  }

  rest(): string {
    let rest = "";
    for (let line = this.line(); line !== undefined; line = this.line()) rest += line;
    return rest;
  }
}
