import { stoppedBy } from "../engine/engine-stopped.ts";
import type { HeldMachine } from "../machine/held-machine.ts";
import type { Ran } from "../machine/machine.ts";
import { type Place, stepsFrom } from "./place.ts";
import { stoppedCommand } from "../machine/stopped-command.ts";
import type { Work } from "../vault/work.ts";
import { withoutFrames } from "../machine/without-frames.ts";

/** A line that was typed again, and the moment after it: the one before where it was left out. */
interface Retyped {
  readonly ran: Ran;
  readonly moment: number;
}

/** How somewhere was reached: from the place that was remembered, by typing what comes after it. */
export interface Reached {
  readonly from: Place;
  readonly retyped: readonly Retyped[];
}

interface Way {
  /** Where to: what was typed up to there, and the folder. */
  readonly to: Pick<Work, "commands" | "snapshots" | "files">;
  /** Places that the machine may remember; the first place is always among them. */
  readonly known: readonly Place[];
  /** A number for a moment that has none yet. */
  readonly number: () => number;
  /** Of the terminal that shows it. */
  readonly columns: number;
  /** True once nobody wants the result. */
  readonly stale: () => boolean;
}

/**
 * Brings the machine to a place. It turns to the nearest place that it remembers on the way there, and the rest is typed again:
 * the engine is deterministic, so that comes to the same. A line that ends the engine, or that somebody interrupts, is left out
 * the next time round.
 */
export const reachPlace = async (held: HeldMachine, way: Way): Promise<Reached | undefined> => {
  const { to, known, columns } = way;
  const left = new Map<number, Ran>();
  const steps = known
    .map((place) => ({ place, left: stepsFrom(place, to) ?? -1 }))
    .filter((one) => one.left >= 0)
    .toSorted((a, b) => a.left - b.left);
  while (!way.stale()) {
    const machine = await held.need(to.files);
    const from = steps.find(({ place }) => held.moments.has(place.moment))?.place;
    if (!from || !(await machine.turnTo(from.moment)))
      throw new Error("a machine has forgotten its first moment");
    const retyped: Retyped[] = [];
    let moment = from.moment;
    for (let at = from.commands.length; at < to.commands.length; at += 1) {
      const { line, typed, files: name } = to.commands[at] ?? { line: "" };
      const files = name === undefined ? to.files : (to.snapshots[name] ?? to.files);
      let ran = left.get(at);
      if (!ran) {
        const next =
          steps.find(({ place }) => place.commands.length === at + 1)?.place.moment ?? way.number();
        try {
          ran = await machine.run(line, files, { typed, terminal: { columns, rows: 0 }, moment: next });
        } catch (error) {
          left.set(at, stoppedCommand({ line, prompt: machine.standing.prompt, files }, stoppedBy(error)));
          held.lose();
          break;
        }
        held.hold(next);
        moment = next;
      }
      retyped.push({ ran: withoutFrames(ran), moment });
      if (way.stale()) return undefined;
    }
    if (retyped.length === to.commands.length - from.commands.length) return { from, retyped };
  }
  return undefined;
};
