import { expect, test } from "vitest";
import type { Done } from "./done.ts";
import { exit } from "../exit-status.ts";
import { Tally } from "./tally.ts";

type Counted = Pick<Done, "exit" | "percent">;
/* What one submission can come to, the strongest first. A broken lesson, 3, ends the run before any of them. */
const ENDS: readonly (readonly [number, Counted])[] = [
  [exit.internal, { exit: exit.internal, percent: 100 }],
  [exit.notAllGraded, { exit: exit.notAllGraded, percent: 0 }],
  [exit.underLimit, { exit: exit.graded, percent: 49.9 }],
  [exit.graded, { exit: exit.graded, percent: 50 }],
];

const orders = (list: readonly (readonly [number, Counted])[]): (readonly (readonly [number, Counted])[])[] =>
  list.length === 0
    ? [[]]
    : list.flatMap((each, i) => orders(list.filter((_, k) => k !== i)).map((rest) => [each, ...rest]));

test("of several ends the first of 5, 4, 1, in whatever order they come", () => {
  for (let set = 0; set < 2 ** ENDS.length; set++) {
    const chosen = ENDS.filter((_, i) => set & (2 ** i));
    for (const order of orders(chosen)) {
      const tally = new Tally(50);
      for (const [, done] of order) tally.count(done);
      expect(tally.exit, JSON.stringify(order)).toBe(chosen[0]?.[0] ?? exit.graded);
    }
  }
});

test("without a limit nobody is under it", () => {
  const tally = new Tally(undefined);
  tally.count({ exit: exit.graded, percent: 0 });
  expect(tally.exit).toBe(exit.graded);
});
