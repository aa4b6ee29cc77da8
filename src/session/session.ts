import type { Advice, BuildWarning, FileState, MachineChange } from "@drydock/engine";
import type { Lesson, Report, Verdict } from "@drydock/grader";
import type { ReadableAtom } from "nanostores";
import type { DrivenMachine } from "./machine/drive-machine.ts";
import type { Mark } from "./check/mark.ts";
import type { Saving } from "./vault/keep-work.ts";
import type { MachineHost } from "./machine/machine-host.ts";
import type { Ran, Standing } from "./machine/machine.ts";
import type { Timeline } from "./travel/timeline.ts";
import type { Kept, Vault } from "./vault/vault.ts";
import type { Work } from "./vault/work.ts";

/** The last check; `stale` once something has changed since that it looked at. */
export interface Result {
  readonly report: Report;
  readonly stale: boolean;
}

/** Something a learner has to know about their work, until they answer it. */
export type Notice =
  | "new-version"
  | "other-tab-wrote"
  | "replaced-other-tab"
  | "imported"
  | "damaged"
  | "python"
  | "no-python"
  | "unfinished"
  | "machine-unreadable";

/** What a session needs of the world. Its answers may take a while: parts of Drydock are fetched when first needed. */
export interface SessionHost extends MachineHost {
  readonly lesson: Lesson;
  /** What was typed in the terminal counts too: a command makes a verdict stale by itself. */
  readonly judgesSession: boolean;
  readonly vault: Vault;
  /** @param question of the lesson; then its answer alone is judged */
  grade(work: Work, question?: string): Promise<Report>;
  warnings(files: FileState): Promise<readonly BuildWarning[]>;
  advice(files: FileState): Promise<readonly Advice[]>;
  /** Tells other tabs of this browser about a write. */
  tell(revision: number): void;
}

/** One learner in one lesson: files, machine, verdict, and where they are kept. */
export interface Session
  extends
    Pick<DrivenMachine, "$asking" | "$working" | "resize" | "interrupt" | "idle" | "look">,
    Pick<Timeline, "$way" | "$log" | "$build"> {
  readonly lesson: Lesson;
  readonly $work: ReadableAtom<Work>;
  readonly $result: ReadableAtom<Result | undefined>;
  /** A check takes longer than a moment. */
  readonly $checking: ReadableAtom<boolean>;
  /** What the course says of this lesson. */
  readonly $mark: ReadableAtom<Mark>;
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
  /** Lines run one after the other, each on the files as they are when its turn has come. @param first typed before anybody is asked */
  run(line: string, first?: readonly string[]): Promise<Ran>;
  /** The command that asked for something when the page was left; taken once. */
  takeUnfinished(): { readonly line: string; readonly typed: readonly string[] } | undefined;
  /** Takes the last command back, or does it again: machine, log, and what it did to files that were not edited since. */
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Gives the state as it is now a name. Answers with what is wrong, if anything. */
  keepCheckpoint(name: string): string | undefined;
  /** Files, machine and log become what they were there. It can be undone like a command. */
  goToCheckpoint(name: string): Promise<void>;
  forgetCheckpoint(name: string): void;
  /** What the last command changed, or what is different from a checkpoint. Undefined: that is not known any more. */
  changes(since?: string): Promise<readonly MachineChange[] | undefined>;
  check(): Promise<Report>;
  /** Notes that a hint was read. */
  takeHint(criterion: string, hint: string): void;
  /** The solution is shown from now on: a lesson that is not solved yet is marked as seen. It cannot be taken back. */
  reveal(): void;
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
  /** What could not be read, as text. */
  damaged(): string;
  bundle(): Promise<string>;
  /** Opens a bundle in place of the work, which is set aside. Answers with what is wrong, if anything. */
  open(text: string): Promise<string | undefined>;
  flush(): Promise<void>;
}
