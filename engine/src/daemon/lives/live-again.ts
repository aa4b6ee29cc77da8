import type { LoggedOutput, Life } from "../containers/container.ts";
import type { Surroundings } from "../containers/start-container.ts";
import type { StateCell } from "../state-cell.ts";
import type { LivingProgram } from "./lives-of.ts";
import { UNTOUCHED } from "./outside.ts";
import { workOut } from "./work-out.ts";

/**
 * The life of a program worked out again from its start, with all that has reached it from outside since. What it has done until
 * then stays as it was: whoever saw it saw the truth.
 *
 * @param from when the first thing reached it that its life so far does not have
 * @param horizon the last moment at which those are known whom it asks by the network
 */
export function liveAgain(
  cell: StateCell,
  { container, life, spec }: LivingProgram,
  from: number,
  horizon: number,
  around: Surroundings,
  patience?: number,
): Life {
  const [first] = life.trees;
  const beginning = {
    at: life.startedAt,
    tree: first?.tree ?? container.tree,
    mounts: life.mounts ?? [],
    stdin: life.stdin,
  };
  const known = {
    outside: life.outside ?? UNTOUCHED,
    horizon,
    past: from,
    tolerant: true,
    ...(patience !== undefined && { patience }),
  };
  const { watch: _shown, ...world } = around;
  const outcome = workOut(cell, container, spec, beginning, world, known);
  const again = "life" in outcome ? outcome.life : undefined;
  // A question at the very end of what was known is asked for the first time.
  const isPast =
    life.knownUntil !== undefined && life.knownUntil <= from
      ? ({ at }: { readonly at: number }): boolean => at < (life.knownUntil ?? 0)
      : ({ at }: { readonly at: number }): boolean => at <= from;
  const said = life.output.filter(isPast);
  const { effects: done = [] } = life;
  const made = done.filter(isPast);
  if (!again || !isBeginning(said, again.output))
    return { ...life, knownUntil: from, gap: gapOf(container.name, from) };
  const { stale: _known, gap: _gap, knownUntil: _until, isLong: _long, still: _still, ...rest } = life;
  const before = new Map(life.waiting.map((one) => [one.pid, one]));
  const { answered } = life;
  return {
    ...rest,
    ...again,
    ...(answered && { answered }),
    ...(life.seen && { seen: life.seen }),
    typed: life.typed ?? false,
    output: [...said, ...again.output.slice(said.length)],
    trees: [...life.trees.filter(isPast), ...again.trees.filter(({ at }) => at >= from || !isPast({ at }))],
    effects: [...made, ...(again.effects ?? []).slice(made.length)],
    // What has been reached since its start is what it has become.
    waiting: [
      ...again.waiting.map((one) => (one.since <= from && before.get(one.pid)) || one),
      // What `docker exec` has left behind.
      ...life.waiting.filter(({ pid }) => !again.waiting.some((one) => one.pid === pid) && !again.end),
    ],
  };
}

const gapOf = (name: string, at: number): NonNullable<Life["gap"]> => ({
  at,
  what: `what the program of ${name} does after its files were changed from outside`,
  real: "go on with them",
});

const isBeginning = (some: readonly LoggedOutput[], others: readonly LoggedOutput[]): boolean =>
  some.every(({ at, stream, text }, index) => {
    const other = others[index];
    return other?.at === at && other.stream === stream && other.text === text;
  });
