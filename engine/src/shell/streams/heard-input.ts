import { type CommandInput, isCommandInput } from "../interactive/command-input.ts";
import type { Input } from "../process.ts";

/** Hands an input on and keeps what was read of it. */
export class HeardInput implements Input {
  readonly #input: Input;
  /** All that was read so far. */
  text = "";

  constructor(input: Input) {
    this.#input = input;
  }

  get terminal(): string | undefined {
    return this.#input.terminal;
  }

  line(secret?: boolean): string | undefined {
    return this.#heard(this.#input.line(secret));
  }

  rest(): string {
    return this.#heard(this.#input.rest());
  }

  /** The same for whoever reads it: a terminal stays one. */
  get asInput(): Input | CommandInput {
    const input = this.#input;
    return isCommandInput(input)
      ? {
          terminal: input.terminal,
          line: (secret) => this.line(secret),
          rest: () => this.rest(),
          command: () => this.#heard(input.command()),
        }
      : this;
  }

  #heard<T extends string | undefined>(text: T): T {
    this.text += text ?? "";
    return text;
  }
}
