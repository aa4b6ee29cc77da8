import type { BlackBox, FileState } from "@drydock/engine";
import type { Rubric } from "./rubric/rubric.ts";

/** A lesson as the grader needs it. */
export interface Lesson {
  /** The path below the nearest folder `lessons`, else the folder's own name. */
  readonly id: string;
  /** See `lessonVersion`. */
  readonly version: string;
  readonly rubric: Rubric;
  readonly start: FileState;
  readonly solution: FileState;
  /** Programs that Drydock cannot compile or interpret, and what they do (behaviour.yaml). */
  readonly blackBoxes?: readonly BlackBox[] | undefined;
}

/** A line that was typed. */
interface SessionCommand {
  readonly line: string;
  /** Lines that were typed while it ran, each with its line end; without them nobody was there to answer it. */
  readonly typed?: readonly string[] | undefined;
  /** Names the snapshot that it ran on, without it the submission's files. */
  readonly files?: string | undefined;
}

/** What was typed and answered in a lesson: session.json. */
export interface Session {
  readonly format: 1;
  readonly lesson?: string | undefined;
  readonly version?: string | undefined;
  /** In order. */
  readonly commands?: readonly SessionCommand[] | undefined;
  readonly snapshots?: Readonly<Record<string, FileState>> | undefined;
  readonly answers?: Readonly<Record<string, unknown>> | undefined;
  /** Hints taken, by criterion. */
  readonly hints?: Readonly<Record<string, number>> | undefined;
  readonly revealed?: boolean | undefined;
}

/** What is graded: a folder as a whole, and the session where there is one. */
export interface Submission {
  readonly id: string;
  readonly files: FileState;
  readonly session?: Session | undefined;
  /** What was accepted with a notice while reading it. */
  readonly notes?: readonly string[] | undefined;
}
