import type { Output, Process } from "../process.ts";

type Stream = "stdout" | "stderr";

/** A terminal that can for a while be told to listen, in place of showing what comes. */
export class HearingTerminal implements Readonly<Record<Stream, Output>> {
  readonly stdout: Output;
  readonly stderr: Output;
  #hear: ((stream: Stream, text: string) => void) | undefined;

  constructor(process: Process) {
    const shown = (stream: Stream): Output => ({
      terminal: process[stream].terminal,
      write: (text, live) => {
        if (this.#hear) this.#hear(stream, text);
        else process[stream].write(text, live);
      },
    });
    this.stdout = shown("stdout");
    this.stderr = shown("stderr");
  }

  /** Hears all that `body` writes. */
  hearing(hear: (stream: Stream, text: string) => void, body: () => void): void {
    this.#hear = hear;
    try {
      body();
    } finally {
      this.#hear = undefined;
    }
  }
}
