import type { DaemonState } from "../state.ts";
import type { EngineEvent } from "./event.ts";

/** So many are kept (moby daemon/events/events.go, eventsLimit). */
const KEPT = 256;

/** The log with one more event in it, in order of time. */
export function logEvent(
  state: DaemonState,
  event: Omit<EngineEvent, "at">,
  at: number = state.time,
): DaemonState {
  const before = state.events.findLastIndex((one) => one.at <= at) + 1;
  const events = [...state.events.slice(0, before), { ...event, at }, ...state.events.slice(before)];
  return { ...state, events: events.slice(-KEPT) };
}
