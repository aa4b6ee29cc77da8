import { type Container, nextBackoff, restartAt } from "./container.ts";
import { noteEnds } from "../events/note-ends.ts";
import type { Surroundings } from "./start-container.ts";
import { START, startContainer } from "./start-container.ts";
import { replaceContainer } from "./find-container.ts";
import type { DaemonState } from "../state.ts";

/** Restarts that one look at the clock catches up with; the next look goes on from there. */
const MOST = 100;

/**
 * Starts again what its restart policy wants to run and what has ended by now, in order of time.
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function restartDue(before: DaemonState, around: Surroundings): DaemonState {
  const now = before.time;
  let state = noteEnds(before);
  for (let run = 0; run < MOST; run++) {
    const due = dueFirst(state, now);
    if (!due) break;
    const { container, at } = due;
    const started = startContainer({ ...state, time: at - START }, container, {
      ...around,
      stdin: undefined,
    });
    const tried: Container = {
      ...started.container,
      restarts: container.restarts + 1,
      backoff: nextBackoff(container),
      // What cannot start is left alone.
      stopped: started.error !== undefined,
    };
    state = noteEnds({ ...replaceContainer(started.state, tried), time: now });
  }
  return state;
}

/** When something is started again next, as far as ends are known; undefined: nothing will be. */
export const nextRestart = (state: DaemonState): number | undefined =>
  dueFirst(state, Number.POSITIVE_INFINITY)?.at;

function dueFirst(
  state: DaemonState,
  now: number,
): { readonly container: Container; readonly at: number } | undefined {
  return state.containers
    .flatMap((container) => {
      const at = restartAt(container, now);
      return at !== undefined && at <= now ? [{ container, at }] : [];
    })
    .toSorted((a, b) => a.at - b.at)[0];
}
