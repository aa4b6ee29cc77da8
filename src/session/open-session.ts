import type { FileState, History } from "@drydock/engine";
import { atom } from "nanostores";
import { bundleOf, readBundle } from "./vault/bundle.ts";
import { checkWork } from "./check/check-work.ts";
import { driveMachine } from "./machine/drive-machine.ts";
import { keepWork } from "./vault/keep-work.ts";
import type { Place } from "./travel/place.ts";
import { firstPlace } from "./travel/place.ts";
import { readWay } from "./travel/read-way.ts";
import type { Unfinished } from "./machine/run-to-its-end.ts";
import { saveMachine } from "./travel/save-machine.ts";
import type { Mark } from "./check/mark.ts";
import type { Notice, Session, SessionHost } from "./session.ts";
import { beginTimeline } from "./travel/timeline.ts";
import { DamagedWork, type Kept, type Saved } from "./vault/vault.ts";
import { travel } from "./travel/travel.ts";
import { withRecord } from "./vault/with-record.ts";
import { beginWork, LONGEST_LINE, sameFiles, withCommand, type Work } from "./vault/work.ts";
import { withoutFrames } from "./machine/without-frames.ts";

/** What a learner is told of once a part was brought. */
const notices: Readonly<Record<string, Notice>> = { "runtime:python": "python", "runtime:none": "no-python" };

/** Opens a lesson where it was left. Storage that fails never stops it: the session then says that it cannot save. */
export const openSession = async (host: SessionHost): Promise<Session> => {
  const { lesson, vault } = host;
  const $notice = atom<Notice | undefined>();
  const $canUndoReset = atom(false);
  const timeline = beginTimeline(lesson.start);
  const checking = checkWork(host, {
    work: () => $work.get(),
    ready: () => (driven.$asking.get() ? Promise.resolve() : driven.idle()),
  });
  let toldOfPython = false;
  let unfinished: Unfinished | undefined;

  const keeper = keepWork({
    lesson: lesson.id,
    vault,
    snapshot: (revision): Saved => ({
      lesson: lesson.id,
      revision,
      work: $work.get(),
      unfinished: driven.$unfinished.get() ?? unfinished,
      ...checking.saved(),
    }),
    machine: () => saveMachine(driven, timeline),
    tell: (revision) => host.tell(revision),
    replaced: (theirs) => {
      checking.join(theirs);
      $work.set(withRecord($work.get(), theirs.work));
      $notice.set("replaced-other-tab");
    },
  });
  let damaged: unknown;
  const load = (): Promise<Saved | undefined> =>
    vault.load(lesson.id).catch((error: unknown) => {
      if (!(error instanceof DamagedWork)) return keeper.failed(error);
      damaged = error.raw;
      $notice.set("damaged");
      return undefined;
    });
  const stored = await load();
  /** What was read of the lesson before the whole course was begun anew stays read. */
  const begun = async (): Promise<Work> => {
    const before = await vault.peek(lesson.id, "course-reset").catch(() => undefined);
    return before ? withRecord(beginWork(lesson), before.work) : beginWork(lesson);
  };
  const $work = atom<Work>(stored?.work ?? (await begun()));
  const driven = driveMachine(
    host,
    () => ({ to: $work.get(), known: timeline.places() }),
    () => timeline.number(),
  );

  driven.$unfinished.listen(() => keeper.changed());
  const $mark = atom<Mark>("open");
  const remark = (): void => $mark.set(checking.mark($work.get()));
  $work.listen(remark);
  checking.$result.listen(remark);
  const touch = (): void => {
    checking.touch();
    keeper.changed();
  };
  const travelling = travel({
    driven,
    timeline,
    $work,
    moved: () => (checking.touch(), keeper.machineChanged()),
  });

  /** The machine is built while the rest of the page goes on. */
  const restore = (machine: string | undefined): void => {
    keeper.machine = machine;
    let way: History<Place> = timeline.$way.get();
    void driven.restore(
      $work.get().files,
      machine,
      (found) => {
        if (found && "error" in found) {
          $notice.set($notice.get() ?? "machine-unreadable");
          // The next command writes another one in its place.
          void keeper.setAside("machine");
        }
        way = (found && "beside" in found ? readWay(found.beside) : undefined) ?? {
          ...way,
          past: [],
          present: firstPlace(lesson.start),
          future: [],
        };
        return { to: $work.get(), known: timeline.places(way) };
      },
      (reached) => {
        timeline.set(timeline.reached(way, reached, $work.get()));
        if (reached.retyped.length > 0) keeper.machineChanged();
      },
    );
  };

  const adopt = (saved: Saved, machine: string | undefined): void => {
    checking.adopt(saved);
    $work.set({ ...saved.work, version: lesson.version });
    unfinished = saved.unfinished;
    if (unfinished) $notice.set($notice.get() ?? "unfinished");
    restore(machine);
  };

  if (stored) {
    keeper.revision = stored.revision;
    const machine = await vault.loadMachine(lesson.id).catch(() => undefined);
    if (stored.work.version !== lesson.version) {
      await vault
        .keep({ lesson: lesson.id, why: "new-version", saved: stored, machine })
        .catch(keeper.failed);
      $notice.set("new-version");
      adopt({ ...stored, result: undefined }, machine);
      keeper.changed();
    } else adopt(stored, machine);
    $canUndoReset.set(await vault.holds(lesson.id, "reset").catch(() => false));
  } else restore(undefined);

  const joinedWith = (now: Work, saved: Saved): Saved => ({ ...saved, work: withRecord(saved.work, now) });
  const bringBack = async (why: Kept["why"]): Promise<void> => {
    const kept = await vault.takeBack(lesson.id, why).catch(keeper.failed);
    if (!kept) return;
    if (why !== "reset") await keeper.setAside(why);
    // A file that was opened may be somebody else's.
    adopt(why === "import" ? kept.saved : joinedWith($work.get(), kept.saved), kept.machine);
    $notice.set(undefined);
    keeper.machineChanged();
  };

  return {
    lesson,
    $work,
    $way: timeline.$way,
    $log: timeline.$log,
    $build: timeline.$build,
    $asking: driven.$asking,
    $working: driven.$working,
    resize: driven.resize,
    interrupt: driven.interrupt,
    idle: driven.idle,
    look: driven.look,
    $result: checking.$result,
    $checking: checking.$checking,
    $mark,
    $saving: keeper.$saving,
    $notice,
    $canUndoReset,
    ...travelling,
    bringBack,
    flush: async () => {
      await keeper.flush();
      await keeper.flushMachine();
    },
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
    run(typed, first) {
      const line = typed.slice(0, LONGEST_LINE);
      let before = $work.get();
      let left: FileState | undefined;
      return driven.run(
        line,
        () => {
          before = $work.get();
          left = timeline.$log.get().at(-1)?.files;
          return { files: before.files, ...(first && { first }) };
        },
        ({ ran, typed: answers, stopped }, moment) => {
          unfinished = undefined;
          const shown = withoutFrames(ran);
          if (stopped) {
            timeline.show(shown);
            keeper.machineChanged();
            return;
          }
          const moved = left !== undefined && !sameFiles(left, before.files);
          const command = answers.length > 0 ? { line, typed: answers } : { line };
          const { commands, snapshots } = withCommand(before, command, moved);
          // What was edited meanwhile stays: it is newer than what the line left.
          const meanwhile = $work.get();
          const edited = meanwhile.files !== before.files || sameFiles(ran.files, before.files);
          const files = edited ? meanwhile.files : ran.files;
          const counts = host.judgesSession || files !== meanwhile.files;
          $work.set({ ...meanwhile, commands, snapshots, files });
          timeline.add({ commands, snapshots, moment, found: before.files, files: ran.files }, shown);
          if (counts) checking.touch();
          keeper.machineChanged();
        },
      );
    },
    takeUnfinished() {
      const taken = unfinished;
      unfinished = undefined;
      if (taken) keeper.changed();
      return taken;
    },
    async check() {
      const report = await checking.check();
      keeper.changed();
      void keeper.flush();
      return report;
    },
    judge: (question) => checking.judge(question),
    takeHint(criterion, hint) {
      const work = $work.get();
      const { hints, hintsRead = {} } = work;
      $work.set({
        ...work,
        hints: { ...hints, [criterion]: (hints[criterion] ?? 0) + 1 },
        hintsRead: { ...hintsRead, [criterion]: [...(hintsRead[criterion] ?? []), hint] },
      });
      keeper.changed();
    },
    reveal() {
      $work.set({ ...$work.get(), revealed: true });
      keeper.changed();
      void keeper.flush();
    },
    answer(question, value) {
      const work = $work.get();
      $work.set({ ...work, answers: { ...work.answers, [question]: value } });
      touch();
    },
    async reset() {
      await keeper.setAside("reset");
      $canUndoReset.set(true);
      unfinished = undefined;
      const before = $work.get();
      // The files and the log are the lesson's at once; the machine follows.
      const left = timeline.to(firstPlace(lesson.start), before.files);
      timeline.set(left.way);
      $work.set(withRecord(beginWork(lesson), before));
      void driven.go(
        () => ({ to: $work.get(), known: timeline.places() }),
        () => undefined,
        true,
      );
      checking.clear();
      keeper.machineChanged();
      await keeper.flush();
    },
    async undoReset() {
      await bringBack("reset");
      $canUndoReset.set(await vault.holds(lesson.id, "reset").catch(() => false));
    },
    async loadNewer() {
      const newer = await load();
      if (!newer) return;
      keeper.drop();
      keeper.revision = newer.revision;
      adopt(joinedWith($work.get(), newer), await vault.loadMachine(lesson.id).catch(() => undefined));
      $notice.set(undefined);
    },
    heard(theirs) {
      if (theirs > keeper.revision) $notice.set("other-tab-wrote");
    },
    brought(part) {
      // Once, and never in place of what is about somebody's work.
      const notice = notices[part];
      if (!notice || toldOfPython || $notice.get() !== undefined) return;
      toldOfPython = true;
      $notice.set(notice);
    },
    dismiss: () => $notice.set(undefined),
    damaged: () => `${JSON.stringify(damaged, undefined, 2)}\n`,
    async bundle() {
      await keeper.flushMachine();
      return bundleOf($work.get(), keeper.machine);
    },
    async open(text) {
      const read = readBundle(text);
      if ("error" in read) return read.error;
      if (read.work.lesson !== lesson.id)
        return `This is work for the lesson ${read.work.lesson}. Open that lesson, then this file.`;
      await keeper.setAside("import");
      $work.set({ ...read.work, version: lesson.version });
      checking.clear();
      restore(read.machine);
      $notice.set("imported");
      keeper.machineChanged();
      await keeper.flush();
      return undefined;
    },
  };
};
