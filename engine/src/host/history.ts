/**
 * The way of a value that never changes, such as a machine's state: what it was, what it is, and what undoing has left to redo.
 * Going somewhere makes another history and leaves this one as it was.
 */
export interface History<T> {
  /** Oldest first. */
  readonly past: readonly T[];
  readonly present: T;
  /** What redo comes to, the next one first. */
  readonly future: readonly T[];
  /** By the names that somebody gave them, oldest first. */
  readonly checkpoints: ReadonlyMap<string, T>;
}

/** How far back one can go. Older ones are let go of, so that memory stays bounded however much is done. */
export const MOST_STEPS = 100;
/** As many as anybody tells apart; a further one is refused. */
export const MOST_CHECKPOINTS = 20;

export const beginHistory = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  checkpoints: new Map(),
});

/** Something was done; what had been undone cannot be redone any more. */
export const done = <T>(history: History<T>, present: T): History<T> => ({
  ...history,
  past: [...history.past, history.present].slice(-MOST_STEPS),
  present,
  future: [],
});

/** The same moment, looking otherwise: nothing was done that could be undone. */
export const seen = <T>(history: History<T>, present: T): History<T> => ({ ...history, present });

/** Undefined where nothing is left to undo. */
export const undo = <T>(history: History<T>): History<T> | undefined => {
  const before = history.past.at(-1);
  if (before === undefined) return undefined;
  return {
    ...history,
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
  };
};

/** Undefined where nothing was undone. */
export const redo = <T>(history: History<T>): History<T> | undefined => {
  const [next, ...future] = history.future;
  if (next === undefined) return undefined;
  return { ...history, past: [...history.past, history.present].slice(-MOST_STEPS), present: next, future };
};

/** Gives the present a name; whatever had that name loses it. Undefined where there are too many. */
export const checkpoint = <T>(history: History<T>, name: string): History<T> | undefined => {
  const others = [...history.checkpoints].filter(([one]) => one !== name);
  if (others.length >= MOST_CHECKPOINTS) return undefined;
  return { ...history, checkpoints: new Map([...others, [name, history.present]]) };
};

/** Back to what has that name, which can be undone like all else. Undefined where nothing has it. */
export const goBack = <T>(history: History<T>, name: string): History<T> | undefined => {
  const there = history.checkpoints.get(name);
  return there === undefined ? undefined : done(history, there);
};

export const forget = <T>(history: History<T>, name: string): History<T> => ({
  ...history,
  checkpoints: new Map([...history.checkpoints].filter(([one]) => one !== name)),
});
