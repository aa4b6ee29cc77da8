import type { Container } from "../containers/container.ts";
import { replaceContainer } from "../containers/find-container.ts";
import type { DaemonState } from "../state.ts";
import { containerEvent } from "./container-event.ts";
import { networkEvents } from "./network-event.ts";

/** Has its program ended without anybody having written it down? */
const isUntold = ({ life, endTold }: Container, now: number): boolean =>
  life?.end !== undefined && life.end.at <= now && endTold !== life.startedAt;

/** Writes down the ends that have come by now: programs end by themselves while nobody looks. */
export function noteEnds(state: DaemonState): DaemonState {
  if (!state.containers.some((one) => isUntold(one, state.time))) return state;
  return state.containers
    .filter((one) => isUntold(one, state.time))
    .toSorted((a, b) => (a.life?.end?.at ?? 0) - (b.life?.end?.at ?? 0))
    .reduce((next, container) => {
      const { life } = container;
      if (!life?.end) return next;
      const seconds = Math.floor((life.end.at - life.startedAt) / 1000);
      const more = { execDuration: String(seconds), exitCode: String(life.end.exitCode) };
      const died = containerEvent(next, container, "die", more, life.end.at);
      const left = networkEvents(died, container, "disconnect", life.end.at);
      return replaceContainer(left, { ...container, endTold: life.startedAt });
    }, state);
}
