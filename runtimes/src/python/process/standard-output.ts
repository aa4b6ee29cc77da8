import { type Output, textOf } from "@drydock/engine";

/** glibc's and CPython's buffer of a stream that is no terminal, in bytes (io.DEFAULT_BUFFER_SIZE). */
const ROOM = 8192;

/**
 * Standard output as CPython buffers it: whole blocks where it is no terminal, so that what a program prints is seen
 * when the buffer is full, at a flush, or at its end, and never when it is killed.
 */
export class StandardOutput {
  readonly #to: Output;
  readonly #unbuffered: boolean;
  #held: number[] = [];

  constructor(to: Output, unbuffered: boolean, held: readonly number[] = []) {
    this.#to = to;
    this.#unbuffered = unbuffered;
    this.#held = [...held];
  }

  /** What is not written yet. */
  get held(): readonly number[] {
    return [...this.#held];
  }

  write(bytes: Uint8Array): void {
    for (const byte of bytes) this.#held.push(byte);
    if (this.#held.length >= ROOM) this.flush();
    else if (this.#unbuffered && bytes.at(-1) === LINE_FEED) this.flush();
  }

  flush(): void {
    if (this.#held.length === 0) return;
    const bytes = Uint8Array.from(this.#held);
    this.#held = [];
    this.#to.write(textOf(bytes));
  }
}

const LINE_FEED = 10;
