import type { FileState } from "@drydock/engine";

/** A line that was typed, and the name of the snapshot of the files it ran on. */
interface Command {
  readonly line: string;
  /** What was typed while it ran, each with its line end. Absent: it asked for nothing. */
  readonly typed?: readonly string[];
  /** Absent: the files as the submission has them. */
  readonly files?: string;
}

/**
 * What a learner did in one lesson: the session file that the grader reads, with the files beside it. Drydock's machine
 * is not part of it: running the commands again on the same files gives the same machine.
 */
export interface Work {
  readonly format: 1;
  readonly lesson: string;
  /** Version of the lesson's content, `sha256:…`. */
  readonly version: string;
  readonly commands: readonly Command[];
  /** States of the whole folder, by name. */
  readonly snapshots: Readonly<Record<string, FileState>>;
  readonly answers: Readonly<Record<string, unknown>>;
  /** How many hints were taken, by criterion. */
  readonly hints: Readonly<Record<string, number>>;
  /** Their words: a criterion that fails in another way has other hints. Absent in work of before: the first ones of any ladder. */
  readonly hintsRead?: Readonly<Record<string, readonly string[]>>;
  /** The solution was shown. */
  readonly revealed: boolean;
  readonly files: FileState;
}

export const beginWork = (lesson: { id: string; version: string; start: FileState }): Work => ({
  format: 1,
  lesson: lesson.id,
  version: lesson.version,
  commands: [],
  snapshots: {},
  answers: {},
  hints: {},
  hintsRead: {},
  revealed: false,
  files: lesson.start,
});

/** Whether two folders hold the same: paths, texts and modes, in any order. */
export const sameFiles = (a: FileState, b: FileState): boolean => {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) => a[name] === b[name] || (name in b && JSON.stringify(a[name]) === JSON.stringify(b[name])),
    )
  );
};

/** The grader takes no more in a session; the oldest go first. */
const MOST_COMMANDS = 500;

/** Nor more lines that were typed while a command ran. */
export const MOST_TYPED = 500;

/** The grader takes no longer line. */
export const LONGEST_LINE = 10_000;

/**
 * Notes a command down with the files it ran on. A state that is known already is not stored again, unless the last
 * command ran on it and changed the folder since (`moved`): a replay sets the folder anew only where the name differs.
 */
export const withCommand = (work: Work, command: Pick<Command, "line" | "typed">, moved: boolean): Work => {
  const last = work.commands.at(-1)?.files;
  const known = Object.entries(work.snapshots).find(
    ([name, state]) => !(moved && name === last) && sameFiles(state, work.files),
  );
  const name =
    known?.[0] ??
    `s${1 + Math.max(0, ...Object.keys(work.snapshots).map((key) => Number(key.slice(1)) || 0))}`;
  const commands = [...work.commands, { ...command, files: name }].slice(-MOST_COMMANDS);
  const snapshots = known ? work.snapshots : { ...work.snapshots, [name]: work.files };
  const used = new Set(commands.map(({ files }) => files));
  return {
    ...work,
    commands,
    snapshots: Object.fromEntries(Object.entries(snapshots).filter(([key]) => used.has(key))),
  };
};
