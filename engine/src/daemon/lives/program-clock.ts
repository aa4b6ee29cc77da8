import { treeChanges } from "./tree-changes.ts";
import type { ImposedChange } from "../../vfs/impose-change.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import type { Edit, Outside } from "./outside.ts";

/** Thrown through a program that would go on for longer than anybody looks. */
export class GoesOn extends Error {}

/** A container's files as they were from a moment on. */
export interface KnownTree {
  readonly at: number;
  /** Without what is mounted. */
  readonly tree: Directory;
  /** What stands in its tmpfs mounts, in order of mounting; absent without any. */
  readonly memory?: readonly Entry[];
}

/** A program that waits longer than this in all, or more often, is taken to run until it is stopped. */
const LONGEST = 30 * 86_400_000;
/** Pauses that a program is followed for. */
export const WAITS = 2000;
/** The same while nobody waits for its end. */
export const SHORT = 200;
/** A pause that counts as one, in milliseconds. */
const PAUSE = 50;

/** Not files of the container: what runc mounts for each process anew. */
const MADE = /^\/(?:dev|proc|sys)(?:\/|$)/;

/**
 * The time of one program while its life is worked out: as it passes, the files of that moment are noted, and what others have
 * made of them until then is laid over them.
 */
export class ProgramClock {
  time: number;
  readonly trees: KnownTree[];
  /** What the program itself made of its files, when somebody else could see it. */
  effects: Edit[] = [];
  /** Since when it does nothing of itself; undefined: it always does something. */
  still: number | undefined;
  /** Pauses since its past. */
  waits = 0;
  readonly #files: FileSystem;
  readonly #memory: readonly string[];
  readonly #pauses: Outside["pauses"];
  readonly #known: number;
  readonly #patience: number;
  /** It waits for others to change its files. */
  listens = false;
  /** Still to come, in order of time. Own ones come from what runs beside the program. */
  #coming: readonly (Edit & { readonly own?: boolean })[];
  #seen: { readonly edits: number; readonly view: Directory };
  /** The files when time last passed, for a rewind. */
  #views: { readonly at: number; readonly view: Directory }[] = [];
  /** Edits of others that were laid over the files. */
  #laid: Edit[] = [];

  /**
   * @param known until when its life was known already: only what comes after that is bounded
   * @param patience pauses that it is followed for
   */
  constructor(
    files: FileSystem,
    startedAt: number,
    outside: Outside,
    known: number,
    memory: readonly string[],
    patience: number = WAITS,
  ) {
    this.#patience = patience;
    this.time = startedAt;
    this.#files = files;
    this.#memory = memory;
    this.#known = known;
    this.#pauses = outside.pauses;
    this.#coming = outside.edits.toSorted((a, b) => a.at - b.at);
    this.#seen = { edits: files.edits, view: files.view() };
    this.trees = [this.#tree()];
  }

  now(): number {
    return this.time;
  }

  /** Passes the time until somebody changes its files; nobody ever may. */
  untilChange(): void {
    const [first] = this.#coming;
    this.note();
    if (!first) {
      this.listens = true;
      throw new GoesOn();
    }
    this.#layUntil(Math.max(this.time, first.at) + 1);
  }

  elapse(milliseconds: number): void {
    if (milliseconds < 0) {
      this.#rewind(this.time + milliseconds);
      return;
    }
    this.note();
    // Nobody lives to see the end of such a pause: only a signal ends it.
    if (milliseconds >= LONGEST) {
      this.still ??= this.time;
      this.#layUntil(Number.POSITIVE_INFINITY);
      throw new GoesOn();
    }
    if (milliseconds >= PAUSE && this.time >= this.#known) this.waits++;
    const until = this.#thawed(this.time + milliseconds);
    if (until === Number.POSITIVE_INFINITY) {
      this.#layUntil(until);
      throw new GoesOn();
    }
    if (this.waits > this.#patience || !(until - this.#known < LONGEST)) throw new GoesOn();
    this.#layUntil(until);
    this.time = until;
  }

  /** The files of now are what others can see from now on. */
  note(): void {
    const changes = this.#changes();
    if (changes.length > 0) {
      this.effects.push({ at: this.time, changes });
      this.trees.push(this.#tree());
    }
    this.#views.push({ at: this.time, view: this.#seen.view });
  }

  /** What has changed since somebody last asked. */
  #changes(): readonly ImposedChange[] {
    const { edits, view: before } = this.#seen;
    if (this.#files.edits === edits) return [];
    const view = this.#files.view();
    this.#seen = { edits: this.#files.edits, view };
    return treeChanges(before, view).filter(({ path }) => !MADE.test(path));
  }

  #tree(): KnownTree {
    const memory = this.#memory.flatMap((target) => {
      const entry = this.#files.stat(target);
      return typeof entry === "string" ? [] : [entry];
    });
    return { at: this.time, tree: this.#files.snapshot(), ...(memory.length > 0 && { memory }) };
  }

  #layUntil(until: number): void {
    for (;;) {
      const [first] = this.#coming;
      // Somebody's change at the very end of a pause comes after what the program does then; what runs beside it began before.
      if (!first || first.at > until || (first.at === until && first.own !== true)) return;
      this.#coming = this.#coming.slice(1);
      this.time = Math.max(this.time, first.at);
      this.#files.impose(first.changes);
      const changes = this.#changes();
      if (first.own === true) this.effects.push({ at: first.at, changes });
      else this.#laid.push(first);
      this.trees.push(this.#tree());
    }
  }

  /** A frozen program's pauses end when it is thawed. */
  #thawed(until: number): number {
    return this.#pauses.reduce(
      (time, { from, to = Number.POSITIVE_INFINITY }) => (time > from && time < to ? to : time),
      until,
    );
  }

  /**
   * What ran beside the program has been worked out to its end; now the program goes on from the same moment, and sees what the
   * other made of files when it made it.
   */
  #rewind(to: number): void {
    this.note();
    const base = this.#views.findLast(({ at }) => at <= to);
    const own = this.effects.filter(({ at }) => at > to).map((edit) => ({ ...edit, own: true }));
    const laid = this.#laid.filter(({ at }) => at > to);
    this.time = to;
    if (!base || own.length + laid.length === 0) return;
    this.effects = this.effects.filter(({ at }) => at <= to);
    this.#laid = this.#laid.filter(({ at }) => at <= to);
    this.#coming = [...this.#coming, ...own, ...laid].toSorted((a, b) => a.at - b.at);
    this.#files.reset(base.view);
    this.#seen = { edits: this.#files.edits, view: base.view };
    const trees = this.trees.filter(({ at }) => at <= to);
    this.trees.splice(0, this.trees.length, ...trees);
  }
}
