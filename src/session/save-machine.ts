import type { DrivenMachine } from "./drive-machine.ts";
import { FIRST_MOMENT } from "./machine.ts";
import type { Timeline } from "./timeline.ts";

/** Characters that a machine may take where it is stored, its way included. */
const MOST = 6_000_000;

/**
 * The machine as text, with the way that led to it. Where that gets too long, the older half of what can be undone is let go of,
 * until it fits: memory stays bounded whatever somebody does.
 */
export const saveMachine = async (driven: DrivenMachine, timeline: Timeline): Promise<string | undefined> => {
  for (;;) {
    const text = await driven.save(() => {
      const moments = new Set([FIRST_MOMENT, ...timeline.places().map(({ moment }) => moment)]);
      return { moments: [...moments], beside: timeline.$way.get() };
    });
    const way = timeline.$way.get();
    if (text === undefined || text.length <= MOST || way.past.length === 0) return text;
    timeline.set({ ...way, past: way.past.slice(Math.ceil(way.past.length / 2)), future: [] });
  }
};
