import type { Range } from "@drydock/engine";
import type * as z from "zod/mini";
import type { Subject } from "./subject.ts";

/** One thing that was seen, shown below a verdict. */
export interface Evidence {
  readonly kind: "step" | "file" | "layer" | "config" | "output" | "problem";
  readonly text: string;
  readonly state?: string;
  readonly reason?: string;
}

/** Where it comes from: a range of a file of the submission. */
export interface Cause {
  readonly file: string;
  readonly range: Range;
}

/** What a check found. Words say what was observed, where and why; never what to type. */
export interface Finding {
  readonly outcome: "pass" | "fail" | "inconclusive";
  readonly message: string;
  readonly cause?: Cause | undefined;
  readonly evidence?: readonly Evidence[];
  /** Numbers and names that `regrade` and tables can use without the submission. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** What else would fail for this very reason, under one name: the first failure of a name blocks the later ones. */
  readonly explains?: string;
  /** Part of the points that a failing answer has earned all the same, 0 to 1. */
  readonly credit?: number;
}

/** What a check is about, by which the reference of checks is sorted. */
export type Topic =
  | "build"
  | "shape"
  | "cache"
  | "context"
  | "files"
  | "packages"
  | "settings"
  | "running"
  | "session"
  | "answers";

/** One question to the engine. Its file is its whole definition; `checks/index.ts` lists it. */
export interface Check {
  readonly name: string;
  readonly topic: Topic;
  /** What must be there: the files alone, an image that was built, or a machine on which the session was replayed. */
  readonly needs: "files" | "image" | "machine";
  /** It asks how the build goes and is not blocked when it fails. */
  readonly judgesBuild?: boolean;
  /** It passes where nothing is amiss: a line of the session that could not be run may have been what brings it. */
  readonly byAbsence?: boolean;
  /** One line for authors. */
  readonly summary: string;
  /** Each parameter says with `z.describe` what it is for: editors and the reference show it. */
  readonly parameters: z.ZodMiniType;
  /** `parameters` have passed the schema. @throws {EngineError} NOT_SIMULATED or LIMIT: that is inconclusive. */
  evaluate(subject: Subject, parameters: unknown): Finding;
  /** The verdict where Drydock cannot tell how the build ends, but the plan of it is enough. */
  fromPlan?(subject: Subject, parameters: unknown): Finding | undefined;
  /**
   * The verdict under other parameters, from the facts of an earlier one, without the submission. Undefined where the facts do not tell; they
   * may be those of another check.
   */
  fromFacts?(facts: Readonly<Record<string, unknown>>, parameters: unknown): Finding | undefined;
}

/** A check whose `evaluate` knows the type of its parameters. */
export const defineCheck = <Schema extends z.ZodMiniType>(
  check: Omit<Check, "parameters" | "evaluate" | "fromPlan" | "fromFacts"> & {
    readonly parameters: Schema;
    evaluate(subject: Subject, parameters: z.output<Schema>): Finding;
    fromPlan?(subject: Subject, parameters: z.output<Schema>): Finding | undefined;
    fromFacts?(facts: Readonly<Record<string, unknown>>, parameters: z.output<Schema>): Finding | undefined;
  },
): Check => check;
