/** Collects rendered lines and, for each, the line of the source it stands for. */
export class Writer {
  readonly lines: number[] = [];
  private readonly text: string[] = [];
  private depth = 0;
  private counter = 0;

  /** A line at the present depth. Marks inside it (see `lineMark`) begin new lines, which must be inside brackets. */
  line(text: string, source: number): void {
    const [first = "", ...rest] = text.split("\x01");
    this.text.push(" ".repeat(this.depth) + first);
    this.lines.push(source);
    for (const part of rest) {
      const [line = "", ...after] = part.split("\x02");
      this.text.push(` ${after.join("\x02")}`);
      this.lines.push(Number(line));
    }
  }

  indented(write: () => void): void {
    this.depth++;
    write();
    this.depth--;
  }

  /** A name that the learner's program does not use. */
  fresh(): string {
    return `_d${this.counter++}`;
  }

  code(): string {
    return `${this.text.join("\n")}\n`;
  }
}
