/** Lines of a running step's output that are shown below it (moby/buildkit, progressui: termHeightMin). */
export const WINDOW_LINES = 6;

const ESCAPE = /^\u001B(?:\[[0-9;:?]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|.)/;

/**
 * The small terminal that buildx runs for each step (tonistiigi/vt100): six rows that scroll, long lines wrap, `\r` and `\b`
 * go back, tabs go on to the next eighth cell. Colours and all other escapes are dropped: buildx does not show them.
 */
export class LogWindow {
  readonly #width: number;
  readonly #rows: string[][] = [[]];
  #column = 0;
  /** Characters written so far; the busiest windows are shown first. */
  written = 0;
  /** How often it was shown. */
  shown = 0;

  constructor(width: number) {
    this.#width = Math.max(1, width);
  }

  write(text: string): void {
    this.written += text.length;
    for (let at = 0; at < text.length;) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (character === "\u001B") {
        at += ESCAPE.exec(text.slice(at, at + 64))?.[0].length ?? 1;
        continue;
      }
      at += character.length;
      this.#take(character);
    }
  }

  #take(character: string): void {
    if (character === "\n") this.#down();
    else if (character === "\r") this.#column = 0;
    else if (character === "\b") this.#column = Math.max(0, this.#column - 1);
    else if (character === "\t") {
      const stop = Math.min(this.#width, (Math.floor(this.#column / 8) + 1) * 8);
      while (this.#column < stop) this.#put(" ");
    } else if (character >= " " && character !== "\u007F") this.#put(character);
  }

  #put(character: string): void {
    const row = this.#rows.at(-1) ?? [];
    while (row.length < this.#column) row.push(" ");
    row[this.#column] = character;
    this.#column++;
    if (this.#column >= this.#width) this.#down();
  }

  #down(): void {
    this.#column = 0;
    // Below the last row nothing scrolls until something is written there, and then by one row only.
    if (this.#rows.length > WINDOW_LINES && this.#rows.at(-1)?.length === 0) return;
    this.#rows.push([]);
    if (this.#rows.length > WINDOW_LINES + 1) this.#rows.shift();
  }

  /** The rows that are not blank. */
  get lines(): readonly string[] {
    const written = (this.#rows.at(-1)?.length ?? 0) > 0 ? this.#rows : this.#rows.slice(0, -1);
    return written
      .slice(-WINDOW_LINES)
      .map((row) => row.join(""))
      .filter((line) => line.trim() !== "");
  }
}
