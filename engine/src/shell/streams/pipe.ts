import { EngineError } from "../../core/engine-error.ts";
import type { Input, Output } from "../process.ts";
import { TextInput } from "./text-input.ts";

/** What a pipe holds before its writer is stopped, in UTF-16 code units. */
const CAPACITY = 4 << 20;
/** What a pipe of Linux holds, in bytes (pipe(7)): a writer that has more left when its reader ends is killed. */
const LINUX_CAPACITY = 65_536;

/** Ends the writer of a pipe that nobody will drain: SIGPIPE. */
export class BrokenPipe {
  readonly exitCode = 141;
}

/**
 * Left and right side of `|` run one after the other, so the left one writes into a bounded store.
 *
 * An endless writer is stopped when the store is full (`yes`) or half of the step's work is used up
 * (`while :; do echo x; done`), as SIGPIPE would; a reader that then asks for more than the store holds has met a limit
 * of Drydock, and is told.
 */
export class Pipe implements Output {
  #text = "";
  #stopped = false;
  #input: TextInput | undefined;

  write(text: string): void {
    if (this.#stopped) throw new BrokenPipe();
    this.#text += text;
    if (this.#text.length > CAPACITY) this.stop();
  }

  /** Ends the writer, if it has written anything at all. @throws {BrokenPipe} */
  stop(): void {
    if (this.#text === "") return;
    this.#stopped = true;
    throw new BrokenPipe();
  }

  reader(): Input {
    const input = new TextInput(this.#text);
    this.#input = input;
    if (!this.#stopped) return input;
    const more = (): never => {
      throw new EngineError("LIMIT", {
        what: "bytes in a pipe",
        limit: CAPACITY,
      });
    };
    return { line: () => input.line() ?? more(), rest: more };
  }

  /** Did the reader end while the writer had more to say than fits into a pipe? */
  get broken(): boolean {
    return (this.#input?.left ?? 0) > LINUX_CAPACITY;
  }

  /** All that was written. @throws {EngineError} LIMIT where the writer was stopped */
  get text(): string {
    if (this.#stopped)
      throw new EngineError("LIMIT", {
        what: "bytes in a pipe",
        limit: CAPACITY,
      });
    return this.#text;
  }
}
