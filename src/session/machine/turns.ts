/** A queue: each task begins when the one before has ended, however it ended. */
export interface Turns {
  take<T>(task: () => Promise<T>): Promise<T>;
  /** Settles when all that was asked for so far has ended. */
  idle(): Promise<void>;
}

export const takeTurns = (): Turns => {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    take(task) {
      const mine = turn.then(task);
      turn = mine.catch(() => undefined);
      return mine;
    },
    idle: async () => {
      await turn;
    },
  };
};
