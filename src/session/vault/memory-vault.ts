import type { Kept, Saved, Vault } from "./vault.ts";

/** Keeps work for as long as the page is open: where the browser stores nothing, and in tests. */
export const memoryVault = (): Vault => {
  const saved = new Map<string, Saved>();
  const machines = new Map<string, string>();
  let kept: readonly Kept[] = [];
  const newest = (lesson: string, why: Kept["why"]): Kept | undefined =>
    kept.findLast((entry) => entry.lesson === lesson && entry.why === why);
  return {
    load: (lesson) => Promise.resolve(saved.get(lesson)),
    all: () => Promise.resolve([...saved.values()]),
    save: (next, basedOn) => {
      const there = saved.get(next.lesson);
      const other = there !== undefined && there.revision !== basedOn ? there : undefined;
      if (other) kept = [...kept, { lesson: next.lesson, why: "other-tab", saved: other }];
      saved.set(next.lesson, next);
      return Promise.resolve(other);
    },
    loadMachine: (lesson) => Promise.resolve(machines.get(lesson)),
    saveMachine: (lesson, text) => {
      machines.set(lesson, text);
      return Promise.resolve();
    },
    keep: (entry) => {
      kept = [...kept, entry];
      return Promise.resolve();
    },
    clear: (lesson) => {
      saved.delete(lesson);
      machines.delete(lesson);
      return Promise.resolve();
    },
    takeBack: (lesson, why) => {
      const found = newest(lesson, why);
      kept = kept.filter((entry) => entry !== found);
      return Promise.resolve(found);
    },
    peek: (lesson, why) => Promise.resolve(newest(lesson, why)?.saved),
    holds: (lesson, why) => Promise.resolve(newest(lesson, why) !== undefined),
  };
};
