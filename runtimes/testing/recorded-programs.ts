/** A program and what a real Python made of it. */
export interface RecordedProgram {
  readonly title: string;
  readonly program: string;
  /** The exit status where stderr is told; "" where stdout is. */
  readonly status: string;
  readonly printed: string;
}

/** `=== title`, a program, `---` with its exit status, and what it prints: on stdout, or on stderr where a status is told. */
export const recordedPrograms = (text: string): RecordedProgram[] =>
  text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [, title = "", program = "", status = "", printed = ""] =
        /^(.*)\n([\s\S]*?)^---(.*)\n([\s\S]*)$/m.exec(part) ?? [];
      return { title, program, status: status.trim(), printed };
    });
