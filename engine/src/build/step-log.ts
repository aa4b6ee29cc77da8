import type { LogLine } from "./result.ts";

/** Cuts the output of a step into lines, each with the time when it was begun. */
export class StepLog {
  readonly #lines: LogLine[] = [];
  readonly #open = new Map<LogLine["stream"], { at: number; text: string }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  write(stream: LogLine["stream"], text: string): void {
    const parts = text.split("\n");
    parts.forEach((part, i) => {
      const last = i === parts.length - 1;
      if (last && part === "") return;
      const open = this.#open.get(stream) ?? { at: this.#now(), text: "" };
      open.text += part;
      this.#open.set(stream, open);
      if (!last) this.#close(stream);
    });
  }

  /** All lines in order of their end; a last one without a line feed counts too. */
  lines(): readonly LogLine[] {
    for (const stream of this.#open.keys()) this.#close(stream, true);
    return this.#lines;
  }

  #close(stream: LogLine["stream"], unfinished = false): void {
    const open = this.#open.get(stream);
    if (!open) return;
    const text = open.text.replace(/\r$/, "");
    this.#lines.push({ at: open.at, stream, text, ...(unfinished && { open: true }) });
    this.#open.delete(stream);
  }
}
