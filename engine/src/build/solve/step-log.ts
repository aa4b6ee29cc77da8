import type { LogLine } from "../result.ts";

/**
 * Cuts the output of a step into lines, each with the time when it was begun. What one stream left open goes on in what the next
 * writes: buildx has one line for both [measured on Docker 28.5.2].
 */
export class StepLog {
  readonly #lines: LogLine[] = [];
  #open: { readonly at: number; readonly stream: LogLine["stream"]; text: string } | undefined;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  write(stream: LogLine["stream"], text: string): void {
    const parts = text.split("\n");
    parts.forEach((part, i) => {
      const last = i === parts.length - 1;
      if (last && part === "") return;
      this.#open ??= { at: this.#now(), stream, text: "" };
      this.#open.text += part;
      if (!last) this.#close();
    });
  }

  /** All lines in order of their end; a last one without a line feed counts too. */
  lines(): readonly LogLine[] {
    this.#close(true);
    return this.#lines;
  }

  #close(unfinished = false): void {
    if (!this.#open) return;
    const { at, stream, text } = this.#open;
    this.#lines.push({ at, stream, text: text.replace(/\r$/, ""), ...(unfinished && { open: true }) });
    this.#open = undefined;
  }
}
