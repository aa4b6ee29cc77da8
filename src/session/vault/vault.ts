import type { Unfinished } from "../machine/run-to-its-end.ts";
import type { Work } from "./work.ts";

/** A lesson's work as it is stored. */
export interface Saved {
  readonly lesson: string;
  /** Counts the writes, so that two tabs notice each other. */
  readonly revision: number;
  readonly work: Work;
  /** The last check as JSON text of its report, and whether the work has changed since. */
  readonly result: { readonly report: string; readonly stale: boolean } | undefined;
  /** Checks so far. */
  readonly attempts: number;
  /** Once passed, a lesson stays done. */
  readonly passed: boolean;
  /** A command that asked for something when this was saved: nothing of it has happened. */
  readonly unfinished?: Unfinished | undefined;
}

/** Work that was set aside, never thrown away. */
export interface Kept {
  readonly lesson: string;
  /** `machine`: what was saved of it cannot be read by this Drydock; a newer one may. */
  readonly why: "reset" | "course-reset" | "other-tab" | "new-version" | "import" | "machine";
  readonly saved: Saved;
  /** What was saved of the machine. */
  readonly machine?: string | undefined;
}

/** What is stored of a lesson cannot be read. `raw` is all of it. */
export class DamagedWork extends Error {
  readonly raw: unknown;

  constructor(raw: unknown) {
    super("what was saved of this lesson is damaged");
    this.raw = raw;
  }
}

/** Where work is kept. Every method may reject: storage can be forbidden, full, or broken. */
export interface Vault {
  /** @throws {DamagedWork} once: it is out of the way then, in `raw` */
  load(lesson: string): Promise<Saved | undefined>;
  /** All lessons with work that can be read. */
  all(): Promise<readonly Saved[]>;
  /** Writes, in one go with a look at what stands there: if that is not revision `basedOn`, it is set aside and returned. */
  save(saved: Saved, basedOn: number): Promise<Saved | undefined>;
  /** The machine as text, apart from the work: it weighs more, and changes with commands only. */
  loadMachine(lesson: string): Promise<string | undefined>;
  saveMachine(lesson: string, text: string): Promise<void>;
  keep(kept: Kept): Promise<void>;
  /** The lesson has not been begun. What was set aside stays. */
  clear(lesson: string): Promise<void>;
  /** The newest that was set aside for that reason; it leaves the vault. */
  takeBack(lesson: string, why: Kept["why"]): Promise<Kept | undefined>;
  /** The work that would be taken back; it stays. */
  peek(lesson: string, why: Kept["why"]): Promise<Saved | undefined>;
  /** Whether there is something to take back. */
  holds(lesson: string, why: Kept["why"]): Promise<boolean>;
}
