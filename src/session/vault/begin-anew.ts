import type { Vault } from "./vault.ts";

/** Every lesson is as before its first visit; all work is set aside, lesson by lesson, before anything goes. @returns how many */
export const beginAnew = async (vault: Vault): Promise<number> => {
  const all = await vault.all();
  for (const saved of all) {
    const { lesson } = saved;
    await vault.keep({ lesson, why: "course-reset", saved, machine: await vault.loadMachine(lesson) });
    await vault.clear(lesson);
  }
  return all.length;
};

/** Those of the lessons that were begun anew. */
export const begunAnew = async (vault: Vault, lessons: readonly string[]): Promise<readonly string[]> => {
  const held = await Promise.all(lessons.map((lesson) => vault.holds(lesson, "course-reset")));
  return lessons.filter((_, at) => held[at]);
};

/** Takes that back. What was done in these lessons since is set aside in its turn: each lesson's own undo brings it. */
export const undoBeginAnew = async (vault: Vault, lessons: readonly string[]): Promise<number> => {
  let count = 0;
  for (const lesson of await begunAnew(vault, lessons)) {
    const kept = await vault.takeBack(lesson, "course-reset");
    if (!kept) continue;
    const { saved, machine } = kept;
    const here = await vault.load(lesson);
    if (here)
      await vault.keep({ lesson, why: "reset", saved: here, machine: await vault.loadMachine(lesson) });
    await vault.clear(lesson);
    if (machine !== undefined) await vault.saveMachine(lesson, machine);
    await vault.save({ ...saved, revision: Math.max(saved.revision, here?.revision ?? 0) + 1 }, 0);
    count += 1;
  }
  return count;
};
