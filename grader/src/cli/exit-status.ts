/** How the command line ends. 2, 3 and 4 end the same way when tried again; 5 and 130 may not. */
export const exit = {
  graded: 0,
  underLimit: 1,
  usage: 2,
  brokenLesson: 3,
  notAllGraded: 4,
  internal: 5,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof exit)[keyof typeof exit];

/** Wrong usage: what is wrong with the words of the command. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A lesson that cannot be graded with: one line a problem. */
export class LessonError extends Error {
  override readonly name = "LessonError";
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}
