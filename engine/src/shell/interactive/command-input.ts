import type { Input } from "../process.ts";

/** A terminal at which somebody sits and types commands to a shell. */
export interface CommandInput extends Input {
  /** The next line, for a shell that has shown its prompt; undefined at the end of the input. */
  command(): string | undefined;
}

export const isCommandInput = (input: Input): input is CommandInput => "command" in input;
