import { notSimulated } from "../../core/engine-error.ts";
import type { Life } from "../containers/container.ts";
import type { Surroundings } from "../containers/start-container.ts";
import type { DaemonState } from "../state.ts";
import { advance, firstOf, nextEvents } from "./advance.ts";
import { isStill } from "./is-still.ts";
import { programOf } from "./lives-of.ts";

/** Events that are awaited before a program is taken to go on for ever. */
const MOST = 300;

/**
 * Stays with a program until its end, and the world with it. The clock stands at the end then; where the program goes on until it is
 * stopped, or for longer than anybody waits, the clock stands at the last thing that happened to it.
 *
 * @returns the life that it has had, undefined where its container is gone
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function followLife(
  before: DaemonState,
  id: string,
  key: number | undefined,
  around: Surroundings,
): { readonly state: DaemonState; readonly life: Life | undefined } {
  let wasLong = false;
  let state = advance(before, around, before.time, programOf(before, id, key));
  for (let round = 0; ; round++) {
    const program = programOf(state, id, key);
    const life = program?.life;
    if (!program || !life) return { state, life };
    if (life.gap && life.gap.at <= state.time) throw notSimulated(life.gap.what, life.gap.real);
    const last = lastOf(program.container.life?.end, life.end);
    const events = nextEvents(state, around, state.time, program);
    // While it has no end in sight, only what may change that is worth waiting for.
    const event = firstOf(
      last ? events : events.filter(({ isOwn, isEffect }) => isOwn === true || isEffect === true),
    );
    if (last && (!event || last.at <= event.at)) {
      const ended = advance(state, around, Math.max(state.time, last.at), program);
      return { state: ended, life: programOf(ended, id, key)?.life ?? life };
    }
    if (life.gap && !event) throw notSimulated(life.gap.what, life.gap.real);
    if (!event || (!last && isStill(life, state.time)) || round === MOST) return { state, life };
    if (!last && life.isLong === true && event.at === life.knownUntil) {
      if (wasLong) return { state, life };
      wasLong = true;
      // Perhaps it ends later; no time passes while that is found out.
      state = { ...event.happen(state), time: state.time };
    } else state = advance(state, around, Math.max(state.time, event.at), program);
  }
}

/** With a container's own program ends what was started in it. */
const lastOf = (container: Life["end"], own: Life["end"]): Life["end"] =>
  container && own && container.at < own.at ? container : own;
