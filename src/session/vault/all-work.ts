import { readBundle } from "./bundle.ts";
import type { Saved, Vault } from "./vault.ts";
import { withRecord } from "./with-record.ts";

/** What came of opening a file of all work. */
export interface Joined {
  /** Lessons that were not begun here. */
  readonly added: number;
  /** Lessons that were: their work stays as it is here, and what was done or seen in either place counts. */
  readonly kept: number;
}

/** The work in every lesson of this browser, as one file. */
export const allWork = async (vault: Vault): Promise<string> => {
  const saved = await vault.all();
  const lessons = await Promise.all(
    saved.map(async ({ lesson, work, attempts, passed }) => ({
      work: { ...work, machine: await vault.loadMachine(lesson) },
      attempts,
      passed,
    })),
  );
  return `${JSON.stringify({ format: 1, kind: "drydock-course", lessons }, undefined, 1)}\n`;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface Entry {
  readonly saved: Saved;
  readonly machine: string | undefined;
}

const readEntry = (value: unknown): Entry | { readonly error: string } => {
  const { work, attempts, passed } = isObject(value) ? value : {};
  const read = readBundle(JSON.stringify(work ?? null));
  if ("error" in read) return read;
  return {
    machine: read.machine,
    saved: {
      lesson: read.work.lesson,
      revision: 1,
      work: read.work,
      result: undefined,
      attempts: typeof attempts === "number" ? attempts : 0,
      passed: passed === true,
    },
  };
};

const join = async (vault: Vault, { saved, machine }: Entry): Promise<keyof Joined> => {
  const here = await vault.load(saved.lesson);
  if (!here) {
    await vault.save(saved, 0);
    if (machine !== undefined) await vault.saveMachine(saved.lesson, machine);
    return "added";
  }
  const both: Saved = {
    ...here,
    revision: here.revision + 1,
    work: withRecord(here.work, saved.work),
    attempts: Math.max(here.attempts, saved.attempts),
    passed: here.passed || saved.passed,
  };
  await vault.save(both, here.revision);
  return "kept";
};

/** Takes a file of all work in beside what is here. What is wrong with it is said in words; then nothing has changed. */
export const openAllWork = async (
  vault: Vault,
  text: string,
): Promise<Joined | { readonly error: string }> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      error: "This file is not JSON. A file of all your work is what “Download all your work” saves.",
    };
  }
  if (!isObject(value) || value["kind"] !== "drydock-course" || !Array.isArray(value["lessons"]))
    return {
      error:
        "This is not a file of all work. A file of one lesson is opened in that lesson, under “Your work”.",
    };
  const entries: Entry[] = [];
  for (const one of value["lessons"] as readonly unknown[]) {
    const entry = readEntry(one);
    if ("error" in entry) return entry;
    entries.push(entry);
  }
  const counts = { added: 0, kept: 0 };
  for (const entry of entries) counts[await join(vault, entry)] += 1;
  return counts;
};
