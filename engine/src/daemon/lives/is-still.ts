import type { Life } from "../containers/container.ts";

/** Does the program do nothing of itself from then on? It waits as a value, or for ever. */
export const isStill = ({ still, waiting, hearer = 1 }: Life, at: number): boolean =>
  (still !== undefined && still <= at) || waiting.some(({ pid, since }) => pid === hearer && since <= at);
