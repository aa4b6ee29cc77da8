import type { Container, Life } from "../containers/container.ts";
import { type Outside, UNTOUCHED } from "./outside.ts";
import { isStill } from "./is-still.ts";
import { livesOf, withLife } from "./lives-of.ts";

/** The container paused: its programs do nothing from then on. */
export const frozen = (container: Container, at: number): Container => ({
  ...changedPauses(container, at, (pauses) => [...pauses, { from: at }]),
  paused: true,
});

/** The container goes on; what should have ended a pause of a program meanwhile ends it now. */
export const thawed = (container: Container, at: number): Container => ({
  ...changedPauses(container, at, (pauses) =>
    pauses.map((one) => (one.to === undefined ? { ...one, to: at } : one)),
  ),
  paused: false,
});

function changedPauses(
  container: Container,
  at: number,
  change: (pauses: Outside["pauses"]) => Outside["pauses"],
): Container {
  return livesOf(container).reduce((next, { life, key }) => {
    const { outside: before = UNTOUCHED } = life;
    const outside = { ...before, pauses: change(before.pauses) };
    const isOver = life.end !== undefined && life.end.at <= at;
    const paused: Life = { ...life, outside };
    return withLife(
      next,
      key,
      isOver || isStill(life, at) ? paused : { ...paused, stale: Math.min(life.stale ?? at, at) },
    );
  }, container);
}
