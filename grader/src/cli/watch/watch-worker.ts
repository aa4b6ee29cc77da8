import { parentPort, workerData } from "node:worker_threads";
import type { Lesson } from "../../lesson.ts";
import { bringRuntimes } from "../single/bring-runtimes.ts";
import { LessonError, UsageError } from "../exit-status.ts";
import { gate } from "../gate/gate.ts";
import { loadLesson } from "../lesson/load-lesson.ts";
import { survivors } from "../gate/survivors.ts";
import { type TriedMutant, tryMutants } from "../gate/try-mutants.ts";
import { boardOf } from "./board.ts";
import type { MutantsSeen, Seen } from "./seen.ts";

export type WatchMessage =
  | { readonly kind: "seen"; readonly seen: Seen; readonly done: boolean }
  /** A file came or went while the folder was read. */
  | { readonly kind: "unreadable"; readonly why: string };

bringRuntimes();
const folder = workerData as string;
const say = (message: WatchMessage): void => parentPort?.postMessage(message);

/* In the order in which an author needs it: the attempts at once, the gate, the mutants last. */
async function look(): Promise<void> {
  const lesson = loadLesson(folder);
  const board = boardOf(folder, lesson);
  say({ kind: "seen", seen: { board }, done: false });
  const problems = await gate(folder);
  say({ kind: "seen", seen: { board, problems }, done: problems.length > 0 });
  if (problems.length > 0) return;
  const mutants = mutantsSeen(lesson);
  say({ kind: "seen", seen: { board, problems: survivors(folder, lesson), mutants }, done: true });
}

function mutantsSeen(lesson: Lesson): MutantsSeen {
  const tried = [...tryMutants(lesson)];
  const caught: Record<string, number> = {};
  for (const { fate, fails } of tried)
    if (fate === "caught") for (const id of fails) caught[id] = (caught[id] ?? 0) + 1;
  const reasons = new Set(lesson.rubric.tolerates.map(({ change }) => change));
  const count = (wanted: (one: TriedMutant) => boolean): number => tried.filter(wanted).length;
  return {
    tried: tried.length,
    caught,
    same: count(({ fate }) => fate === "same"),
    survive: count(({ fate, mutant }) => fate === "survives" && !reasons.has(mutant.what)),
    tolerated: count(({ fate, mutant }) => fate === "survives" && reasons.has(mutant.what)),
  };
}

parentPort?.on("message", () => {
  look().catch((error: unknown): void => {
    if (error instanceof LessonError)
      return say({ kind: "seen", seen: { problems: error.lines }, done: true });
    if (error instanceof UsageError || (error instanceof Error && "code" in error && "syscall" in error))
      return say({ kind: "unreadable", why: error.message });
    /* An error of ours: told in full, and the next save may be better. */
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ kind: "seen", seen: { problems: [`drydock-grade: ${words}`] }, done: true });
  });
});
