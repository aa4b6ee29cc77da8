import type { DrivenMachine } from "../machine/drive-machine.ts";
import { FIRST_MOMENT } from "../machine/machine.ts";
import type { Timeline } from "./timeline.ts";

/** Characters that a machine may take where it is stored, its way included: a Python server's memory takes two and a half million. */
const MOST = 12_000_000;

/**
 * The machine as text, with the way that led to it. Where that gets too long, the older half of what can be undone is written
 * without its states, which are typed again when somebody goes back there, and so on until it fits. Where even that is too much,
 * the older half is let go of: storage stays bounded whatever somebody does.
 */
export const saveMachine = async (driven: DrivenMachine, timeline: Timeline): Promise<string | undefined> => {
  for (let remembered = timeline.$way.get().past.length; ; remembered = Math.floor(remembered / 2)) {
    const text = await driven.save(() => {
      const { past } = timeline.$way.get();
      const forgotten = new Set(past.slice(0, Math.max(0, past.length - remembered)));
      const places = timeline.places().filter((place) => !forgotten.has(place));
      return {
        moments: [...new Set([FIRST_MOMENT, ...places.map(({ moment }) => moment)])],
        beside: timeline.$way.get(),
      };
    });
    const way = timeline.$way.get();
    if (text === undefined || text.length <= MOST || way.past.length === 0) return text;
    if (remembered === 0)
      timeline.set({ ...way, past: way.past.slice(Math.ceil(way.past.length / 2)), future: [] });
  }
};
