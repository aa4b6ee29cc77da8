import type { Advice, BuildWarning, FileState } from "@drydock/engine";
import type { Lesson, Report, Verdict } from "@drydock/grader";
import { atom, type ReadableAtom } from "nanostores";
import { readBundle, bundleOf } from "./bundle.ts";
import { driveMachine, type DrivenMachine, type MachineHost } from "./drive-machine.ts";
import { isSolved } from "./is-solved.ts";
import type { Ran, Standing } from "./machine.ts";
import { slowly } from "./slowly.ts";
import type { Kept, Saved, Vault } from "./vault.ts";
import { beginWork, LONGEST_LINE, sameFiles, withCommand, type Work } from "./work.ts";

/** The last check; `stale` once files or commands have changed since. */
interface Result {
  readonly report: Report;
  readonly stale: boolean;
}

type Saving =
  | { readonly state: "saved" }
  | { readonly state: "waiting" }
  | { readonly state: "failed"; readonly why: string };

/** Something a learner has to know about their work, until they answer it. */
export type Notice = "new-version" | "other-tab-wrote" | "replaced-other-tab" | "imported" | "python";

/** What a session needs of the world. Its answers may take a while: parts of Drydock are fetched when first needed. */
export interface SessionHost extends MachineHost {
  readonly lesson: Lesson;
  readonly vault: Vault;
  /** @param question of the lesson; then its answer alone is judged */
  grade(work: Work, question?: string): Promise<Report>;
  warnings(files: FileState): Promise<readonly BuildWarning[]>;
  advice(files: FileState): Promise<readonly Advice[]>;
  /** Tells other tabs of this browser about a write. */
  tell(revision: number): void;
}

export interface Session extends Pick<
  DrivenMachine,
  "$log" | "$build" | "$asking" | "$working" | "resize" | "interrupt" | "idle"
> {
  readonly lesson: Lesson;
  readonly $work: ReadableAtom<Work>;
  readonly $result: ReadableAtom<Result | undefined>;
  /** A check takes longer than a moment. */
  readonly $checking: ReadableAtom<boolean>;
  readonly $saving: ReadableAtom<Saving>;
  readonly $notice: ReadableAtom<Notice | undefined>;
  readonly $canUndoReset: ReadableAtom<boolean>;
  /** The machine after the last line. */
  standing(): Standing;
  /** What the build checks say of the files as they are now. */
  warnings(): Promise<readonly BuildWarning[]>;
  /** What Drydock itself would say of them. */
  advice(): Promise<readonly Advice[]>;
  edit(path: string, text: string): void;
  /** Lines run one after the other, each on the files as they are when its turn has come. */
  run(line: string): Promise<Ran>;
  check(): Promise<Report>;
  takeHint(criterion: string): void;
  /** Commits to an answer of one of the lesson's questions. */
  answer(question: string, value: unknown): void;
  /** What the engine says of an answer; the check counts it too. Undefined where the lesson asks no such thing. */
  judge(question: string): Promise<Verdict | undefined>;
  reset(): Promise<void>;
  undoReset(): Promise<void>;
  /** What was set aside for that reason becomes the work again; what stood here is set aside in its place. */
  bringBack(why: Kept["why"]): Promise<void>;
  /** Another tab's work becomes this tab's. */
  loadNewer(): Promise<void>;
  /** Another tab said that it wrote. */
  heard(revision: number): void;
  /** A part of Drydock was fetched because a command needed it. */
  brought(part: string): void;
  dismiss(): void;
  bundle(): string;
  /** Opens a bundle in place of the work, which is set aside. Answers with what is wrong, if anything. */
  open(text: string): Promise<string | undefined>;
  flush(): Promise<void>;
}

const PAUSE = 200;
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Opens a lesson where it was left. Storage that fails never stops it: the session then says that it cannot save. */
export const openSession = async (host: SessionHost): Promise<Session> => {
  const { lesson, vault } = host;
  const $saving = atom<Saving>({ state: "saved" });
  const $notice = atom<Notice | undefined>();
  const $canUndoReset = atom(false);
  const $result = atom<Result | undefined>();
  const $checking = atom(false);
  let revision = 0;
  let attempts = 0;
  let passed = false;
  let toldOfPython = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const failed = (error: unknown): void => $saving.set({ state: "failed", why: wordsOf(error) });
  const stored = await vault.load(lesson.id).catch((error: unknown) => (failed(error), undefined));
  const $work = atom<Work>(stored?.work ?? beginWork(lesson));
  const driven = driveMachine(host, () => $work.get());

  const snapshot = (): Saved => {
    const result = $result.get();
    return {
      lesson: lesson.id,
      revision,
      work: $work.get(),
      attempts,
      passed,
      result: result && { report: JSON.stringify(result.report), stale: result.stale },
    };
  };

  const write = async (): Promise<void> => {
    const basedOn = revision;
    revision += 1;
    try {
      const replaced = await vault.save(snapshot(), basedOn);
      if (replaced) {
        $notice.set("replaced-other-tab");
        // Both tabs count on from the higher number, so that the other one notices too.
        revision = Math.max(revision, replaced.revision + 1);
        await vault.save(snapshot(), basedOn + 1);
      }
      if (timer === undefined) $saving.set({ state: "saved" });
      host.tell(revision);
    } catch (error) {
      failed(error);
    }
  };
  const flush = (): Promise<void> => {
    if (timer === undefined) return writing;
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  };
  const changed = (): void => {
    if ($saving.get().state === "saved") $saving.set({ state: "waiting" });
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), PAUSE);
  };
  const setAside = (why: Kept["why"]): Promise<void> =>
    vault.keep({ lesson: lesson.id, why, saved: snapshot() }).catch(failed);

  /** The machine is built while the rest of the page goes on. */
  const restore = (): void => void driven.restore();

  const adopt = (saved: Saved): void => {
    $work.set({ ...saved.work, version: lesson.version });
    $result.set(
      saved.result && { report: JSON.parse(saved.result.report) as Report, stale: saved.result.stale },
    );
    attempts = saved.attempts;
    passed ||= saved.passed;
    restore();
  };
  const touch = (): void => {
    const result = $result.get();
    if (result && !result.stale) $result.set({ ...result, stale: true });
    changed();
  };

  if (stored) {
    revision = stored.revision;
    if (stored.work.version !== lesson.version) {
      await vault.keep({ lesson: lesson.id, why: "new-version", saved: stored }).catch(failed);
      $notice.set("new-version");
      adopt({ ...stored, result: undefined });
      changed();
    } else adopt(stored);
    $canUndoReset.set(await vault.holds(lesson.id, "reset").catch(() => false));
  } else restore();

  const bringBack = async (why: Kept["why"]): Promise<void> => {
    const saved = await vault.takeBack(lesson.id, why).catch(failed);
    if (!saved) return;
    if (why !== "reset") await setAside(why);
    adopt(saved);
    $notice.set(undefined);
    changed();
  };

  return {
    lesson,
    $work,
    $log: driven.$log,
    $build: driven.$build,
    $asking: driven.$asking,
    $working: driven.$working,
    resize: driven.resize,
    interrupt: driven.interrupt,
    idle: driven.idle,
    $result,
    $checking,
    $saving,
    $notice,
    $canUndoReset,
    flush,
    bringBack,
    standing: () => driven.standing,
    warnings: () => host.warnings($work.get().files),
    advice: () => host.advice($work.get().files),
    edit(path, text) {
      const work = $work.get();
      const before = work.files[path];
      if (before === text) return;
      const value = typeof before === "object" && "text" in before ? { ...before, text } : text;
      $work.set({ ...work, files: { ...work.files, [path]: value } });
      touch();
    },
    run(typed) {
      const line = typed.slice(0, LONGEST_LINE);
      let before = $work.get();
      let left: FileState | undefined;
      return driven.run(
        line,
        () => {
          before = $work.get();
          left = driven.$log.get().at(-1)?.files;
          return before.files;
        },
        ({ ran, typed: answers, stopped }) => {
          if (stopped) return;
          const moved = left !== undefined && !sameFiles(left, before.files);
          const command = answers.length > 0 ? { line, typed: answers } : { line };
          const { commands, snapshots } = withCommand(before, command, moved);
          // What was edited meanwhile stays: it is newer than what the line left.
          const meanwhile = $work.get();
          const edited = meanwhile.files !== before.files || sameFiles(ran.files, before.files);
          $work.set({ ...meanwhile, commands, snapshots, files: edited ? meanwhile.files : ran.files });
          touch();
        },
      );
    },
    async check() {
      const judged = async (): Promise<{ work: Work; report: Report }> => {
        // A command that asks for something has not happened yet.
        if (!driven.$asking.get()) await driven.idle();
        const work = $work.get();
        return { work, report: await host.grade(work) };
      };
      const { work, report } = await slowly($checking, judged());
      attempts += 1;
      passed ||= isSolved(lesson, report);
      const { files, commands } = $work.get();
      $result.set({ report, stale: files !== work.files || commands !== work.commands });
      changed();
      void flush();
      return report;
    },
    takeHint(criterion) {
      const work = $work.get();
      $work.set({ ...work, hints: { ...work.hints, [criterion]: (work.hints[criterion] ?? 0) + 1 } });
      changed();
    },
    answer(question, value) {
      const work = $work.get();
      $work.set({ ...work, answers: { ...work.answers, [question]: value } });
      touch();
    },
    async judge(question) {
      const report = await host.grade($work.get(), question);
      return report.criteria.find(({ id }) => id === question);
    },
    async reset() {
      await setAside("reset");
      $canUndoReset.set(true);
      $work.set({ ...beginWork(lesson), hints: $work.get().hints, revealed: $work.get().revealed });
      $result.set(undefined);
      restore();
      changed();
      await flush();
    },
    async undoReset() {
      await bringBack("reset");
      $canUndoReset.set(await vault.holds(lesson.id, "reset").catch(() => false));
    },
    async loadNewer() {
      const newer = await vault.load(lesson.id).catch(failed);
      if (!newer) return;
      clearTimeout(timer);
      timer = undefined;
      revision = newer.revision;
      adopt(newer);
      $notice.set(undefined);
    },
    heard(theirs) {
      if (theirs > revision) $notice.set("other-tab-wrote");
    },
    brought(part) {
      // Once, and never in place of what is about somebody's work.
      if (part !== "runtime:python" || toldOfPython || $notice.get() !== undefined) return;
      toldOfPython = true;
      $notice.set("python");
    },
    dismiss: () => $notice.set(undefined),
    bundle: () => bundleOf($work.get()),
    async open(text) {
      const read = readBundle(text);
      if ("error" in read) return read.error;
      if (read.work.lesson !== lesson.id)
        return `This is work for the lesson ${read.work.lesson}. Open that lesson, then this file.`;
      await setAside("import");
      $work.set({ ...read.work, version: lesson.version });
      $result.set(undefined);
      restore();
      $notice.set("imported");
      changed();
      await flush();
      return undefined;
    },
  };
};
