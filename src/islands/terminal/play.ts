import type { TerminalPiece } from "./terminal-output.ts";

/** No output takes longer than this to play, in milliseconds. */
const LONGEST = 1400;

/** When each piece is shown, in milliseconds from now: the simulated times, shortened so that waiting is felt and not endured. */
const schedule = (output: readonly TerminalPiece[]): readonly number[] => {
  const end = output.reduce((latest, { at }) => Math.max(latest, at), 0);
  const pace = end <= 0 ? 0 : Math.min(1 / 4, LONGEST / end);
  return output.map(({ at }) => at * pace);
};

export interface Playing {
  readonly done: Promise<void>;
  /** Shows the rest at once. */
  finish(): void;
}

/** Shows the pieces one after the other; all at once where motion is not wanted. */
export const play = (
  output: readonly TerminalPiece[],
  show: (piece: TerminalPiece) => void,
  still: boolean,
): Playing => {
  const times = schedule(output);
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let resolve: () => void = () => undefined;
  const done = new Promise<void>((settle) => {
    resolve = settle;
  });
  const began = performance.now();
  const go = (everything: boolean): void => {
    const now = performance.now() - began;
    for (; next < output.length && (everything || (times[next] ?? 0) <= now + 1); next += 1) {
      const piece = output[next];
      if (piece) show(piece);
    }
    if (next >= output.length) resolve();
    else timer = setTimeout(() => go(false), (times[next] ?? 0) - now);
  };
  go(still);
  return {
    done,
    finish: () => {
      clearTimeout(timer);
      go(true);
    },
  };
};
