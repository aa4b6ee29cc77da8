import type { Life } from "../container.ts";

/** Does the program do nothing of itself from then on? It waits as a value, or for ever. */
export const isStill = ({ still, waiting }: Life, at: number): boolean =>
  (still !== undefined && still <= at) || waiting.some(({ pid, since }) => pid === 1 && since <= at);
