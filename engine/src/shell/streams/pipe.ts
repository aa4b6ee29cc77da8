import { EngineError } from "../../core/engine-error.ts";
import type { Input, Output } from "../process.ts";
import { TextInput } from "./text-input.ts";

/** What a pipe holds before its writer is stopped, in UTF-16 code units. */
const CAPACITY = 4 << 20;

/** Ends the writer of a pipe that nobody will drain: SIGPIPE. */
export class BrokenPipe {
  readonly exitCode = 141;
}

/**
 * Left and right side of `|` run one after the other, so the left one writes into a bounded store.
 *
 * An endless writer (`yes`) is stopped when the store is full, as SIGPIPE would; a reader that then asks for more than
 * the store holds has met a limit of Drydock, and is told.
 */
export class Pipe implements Output {
  #text = "";
  #full = false;

  write(text: string): void {
    this.#text += text;
    if (this.#text.length <= CAPACITY) return;
    this.#full = true;
    throw new BrokenPipe();
  }

  reader(): Input {
    const input = new TextInput(this.#text);
    if (!this.#full) return input;
    const more = (): never => {
      throw new EngineError("LIMIT", { what: "bytes in a pipe", limit: CAPACITY });
    };
    return { line: () => input.line() ?? more(), rest: more };
  }

  /** All that was written. @throws {EngineError} LIMIT where the writer was stopped */
  get text(): string {
    if (this.#full) throw new EngineError("LIMIT", { what: "bytes in a pipe", limit: CAPACITY });
    return this.#text;
  }
}
