import { atom, type ReadableAtom } from "nanostores";
import type { Kept, Saved, Vault } from "./vault.ts";

export type Saving =
  | { readonly state: "saved" }
  | { readonly state: "waiting" }
  | { readonly state: "failed"; readonly why: string };

interface World {
  readonly lesson: string;
  readonly vault: Vault;
  /** The work as it is now. */
  snapshot(revision: number): Saved;
  /** The machine as text; undefined where there is none. It may take a while. */
  machine(): Promise<string | undefined>;
  /** Tells other tabs of this browser about a write. */
  tell(revision: number): void;
  /** Another tab's work was set aside for this one's. */
  replaced(theirs: Saved): void;
}

/** Keeps the work of one lesson, a moment after each change. Storage that fails never stops anything: it is told. */
export interface KeptWork {
  readonly $saving: ReadableAtom<Saving>;
  /** Of the last write, or of what was read. */
  revision: number;
  /** The machine as it was saved or read last. */
  machine: string | undefined;
  changed(): void;
  /** The machine too: a command ran. */
  machineChanged(): void;
  /** Writes the work at once, if something waits. */
  flush(): Promise<void>;
  /** And the machine. */
  flushMachine(): Promise<void>;
  /** Nothing that waits is written: it is another tab's turn. */
  drop(): void;
  setAside(why: Kept["why"]): Promise<void>;
  failed(error: unknown): undefined;
}

const PAUSE = 200;
const MACHINE_PAUSE = 500;
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const keepWork = (world: World): KeptWork => {
  const { lesson, vault } = world;
  const $saving = atom<Saving>({ state: "saved" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let machineTimer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const failed = (error: unknown): undefined => {
    $saving.set({ state: "failed", why: wordsOf(error) });
  };
  const write = async (): Promise<void> => {
    const basedOn = kept.revision;
    kept.revision += 1;
    try {
      const replaced = await vault.save(world.snapshot(kept.revision), basedOn);
      if (replaced) {
        world.replaced(replaced);
        // Both tabs count on from the higher number, so that the other one notices too.
        kept.revision = Math.max(kept.revision, replaced.revision + 1);
        await vault.save(world.snapshot(kept.revision), basedOn + 1);
      }
      if (timer === undefined) $saving.set({ state: "saved" });
      world.tell(kept.revision);
    } catch (error) {
      failed(error);
    }
  };
  const kept: KeptWork = {
    $saving,
    revision: 0,
    machine: undefined,
    failed,
    flush() {
      if (timer === undefined) return writing;
      clearTimeout(timer);
      timer = undefined;
      writing = writing.then(write);
      return writing;
    },
    changed() {
      if ($saving.get().state === "saved") $saving.set({ state: "waiting" });
      clearTimeout(timer);
      timer = setTimeout(() => void kept.flush(), PAUSE);
    },
    machineChanged() {
      clearTimeout(machineTimer);
      machineTimer = setTimeout(() => void kept.flushMachine(), MACHINE_PAUSE);
      kept.changed();
    },
    async flushMachine() {
      if (machineTimer === undefined) return;
      clearTimeout(machineTimer);
      machineTimer = undefined;
      const text = await world.machine();
      // What is not saved is typed again: the work holds all that was typed.
      if (text === undefined) return;
      kept.machine = text;
      await vault.saveMachine(lesson, text).catch(() => undefined);
    },
    drop() {
      clearTimeout(timer);
      clearTimeout(machineTimer);
      timer = machineTimer = undefined;
    },
    setAside: (why) =>
      vault.keep({ lesson, why, saved: world.snapshot(kept.revision), machine: kept.machine }).catch(failed),
  };
  return kept;
};
