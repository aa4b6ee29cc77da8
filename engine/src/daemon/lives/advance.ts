import { EngineError } from "../../core/engine-error.ts";
import { checkHealth, nextCheck } from "../health/check-health.ts";
import { noteEnds } from "../events/note-ends.ts";
import { nextRestart, restartDue } from "../containers/restart-due.ts";
import type { Surroundings } from "../containers/start-container.ts";
import type { DaemonState } from "../state.ts";
import { commitEffect, nextEffect } from "./commit-effect.ts";
import { liveAgain } from "./live-again.ts";
import { keepLife, livesOf, type LivingProgram } from "./lives-of.ts";
import { SHORT, WAITS } from "./program-clock.ts";
import { syncMounts } from "./sync-mounts.ts";

/** What one look at the clock may catch up with. */
const MOST = 3000;

interface Event {
  readonly at: number;
  readonly by: "program" | "engine";
  /** A program makes something of its files; else it is worked out further. */
  readonly isEffect?: boolean;
  /** The program that is followed does it. */
  readonly isOwn?: boolean;
  readonly happen: (state: DaemonState) => DaemonState;
}

/**
 * All that comes about by itself until then, in order of time: what programs make of files that others have too, what they ask each
 * other, restarts and health checks.
 *
 * @param followed the program whose end somebody waits for: what it asks is asked at once where nobody else acts before
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function advance(
  before: DaemonState,
  around: Surroundings,
  to: number = before.time,
  followed?: LivingProgram,
): DaemonState {
  let state = syncMounts(before, around.mounts, before.time);
  for (let round = 0; ; round++) {
    if (round === MOST) throw new EngineError("LIMIT", { what: "events of containers at once", limit: MOST });
    const event = renewal(state, around, to, followed) ?? firstOf(nextEvents(state, around, to, followed));
    if (!event || event.at > to) return noteEnds(state.time === to ? state : { ...state, time: to });
    const then = noteEnds({ ...state, time: event.at });
    state = syncMounts({ ...event.happen(then), time: to }, around.mounts, event.at);
  }
}

/** A life that has to be worked out again before anybody looks at it. */
function renewal(
  state: DaemonState,
  around: Surroundings,
  to: number,
  followed: LivingProgram | undefined,
): Event | undefined {
  const program = state.containers
    .flatMap(livesOf)
    .filter(({ life }) => life.stale !== undefined)
    .toSorted((a, b) => (a.life.stale ?? 0) - (b.life.stale ?? 0))[0];
  return program && again(state, program, program.life.stale ?? to, around, to, followed);
}

/** The first of them; programs before the engine, where both act at one moment. */
export const firstOf = (events: readonly Event[]): Event | undefined =>
  events.reduce<Event | undefined>(
    (first, one) => (first === undefined || one.at < first.at ? one : first),
    undefined,
  );

/** What comes about next by itself: of each program, and of the engine. */
export function nextEvents(
  state: DaemonState,
  around: Surroundings,
  to: number,
  followed?: LivingProgram,
): readonly Event[] {
  const events: Event[] = [];
  for (const program of state.containers.flatMap(livesOf)) {
    const at = ownEvent(program);
    if (at === undefined) continue;
    const effect = nextEffect(program.life);
    events.push(
      effect?.at === at
        ? {
            at,
            by: "program",
            isEffect: true,
            isOwn: isSame(followed, program),
            happen: (now) => commitEffect(now, current(now, program), effect, around.mounts),
          }
        : again(state, program, at, around, to, followed),
    );
  }
  const restart = nextRestart(state);
  if (restart !== undefined)
    events.push({ at: restart, by: "engine", happen: (now) => restartDue(now, around) });
  const check = nextCheck(state);
  if (check !== undefined)
    events.push({ at: check, by: "engine", happen: (now) => checkHealth(now, around) });
  return events;
}

const isSame = (one: LivingProgram | undefined, other: LivingProgram): boolean =>
  one?.container.id === other.container.id && one.key === other.key;

const current = (state: DaemonState, { container, key, ...rest }: LivingProgram): LivingProgram => {
  const now = state.containers.find(({ id }) => id === container.id) ?? container;
  return livesOf(now).find((one) => one.key === key) ?? { container: now, ...rest };
};

/** When a program does next what concerns others, or needs them; undefined: never by itself. */
function ownEvent({ container, life, key }: LivingProgram): number | undefined {
  if (life.gap) return undefined;
  const effect = nextEffect(life)?.at ?? Number.POSITIVE_INFINITY;
  // Who is frozen asks nobody.
  const ask = container.paused ? undefined : life.knownUntil;
  const at = Math.min(effect, ask ?? Number.POSITIVE_INFINITY);
  const last = key === undefined ? undefined : container.life?.end?.at;
  return at === Number.POSITIVE_INFINITY || (last !== undefined && at > last) ? undefined : at;
}

/** What it asks can be answered until somebody else acts. */
function again(
  state: DaemonState,
  program: LivingProgram,
  at: number,
  around: Surroundings,
  to: number,
  followed: LivingProgram | undefined,
): Event {
  const isOwn = isSame(followed, program);
  const others = state.containers
    .flatMap(livesOf)
    .filter((one) => !isSame(program, one))
    .map((one) => (one.life.stale === undefined ? ownEvent(one) : one.life.stale));
  const first = Math.min(...others.map((one) => one ?? Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
  const horizon = Math.max(at, Math.min(first, isOwn ? Number.POSITIVE_INFINITY : to));
  return {
    at,
    by: "program",
    isOwn,
    happen(now) {
      const cell = { state: now };
      const living = current(now, program);
      const life = liveAgain(cell, living, at, horizon, around, isOwn ? WAITS : SHORT);
      return keepLife(cell.state, living, furthered(living, life, at));
    },
  };
}

/** Who has come no further has come as far as anybody can follow. */
const furthered = (before: LivingProgram, life: LivingProgram["life"], at: number): LivingProgram["life"] =>
  before.life.stale === undefined && life.knownUntil !== undefined && life.knownUntil <= at && !life.gap
    ? {
        ...life,
        gap: {
          at,
          what: `what the program of ${before.container.name} does for so long`,
          real: "go on with it",
        },
      }
    : life;
