import * as z from "zod/mini";
import { hintsSchema, type WrittenHints } from "./written-hints.ts";
import type { Criterion, Question, Rubric } from "./rubric.ts";

/** One test as it is written: exactly one of check, any and all. */
export interface TestFrame {
  readonly check?: string | undefined;
  readonly with?: Readonly<Record<string, unknown>> | undefined;
  readonly any?: readonly unknown[] | undefined;
  readonly all?: readonly unknown[] | undefined;
}

type CriterionFrame = Omit<Criterion, "test" | "hints" | "ladders"> &
  TestFrame & { readonly hints: WrittenHints };
type QuestionFrame = Omit<Question, "title"> & { readonly title?: string | undefined };

/** A rubric whose tests are not looked into yet. */
export type RubricFrame = Omit<Rubric, "criteria" | "questions"> & {
  readonly criteria: readonly CriterionFrame[];
  readonly questions: readonly QuestionFrame[];
};

const id: z.ZodMiniType<string> = z
  .string()
  .check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower-case words joined by hyphens"), z.maxLength(60));
const points: z.ZodMiniType<number> = z
  .number()
  .check(z.minimum(0), z.multipleOf(0.5, "whole or half points"));
const parameters = z.record(z.string(), z.unknown());

const test = {
  /** Name of a check; `with` holds its parameters. */
  check: z.optional(z.string()),
  with: z.optional(parameters),
  /** One suffices. Entries have the fields of a test. */
  any: z.optional(z.array(z.unknown()).check(z.minLength(1, "at least one check"))),
  /** Every one is needed. */
  all: z.optional(z.array(z.unknown()).check(z.minLength(1, "at least one check"))),
};

/** The frame of one test inside `any` or `all`. */
export const testSchema: z.ZodMiniType<TestFrame> = z.strictObject(test);

export const criterionSchema: z.ZodMiniType<CriterionFrame> = z.strictObject({
  id,
  title: z.string().check(z.minLength(1, "a title")),
  points,
  bonus: z._default(z.boolean(), false),
  given: z._default(z.boolean(), false),
  when: z._default(z.nullable(z.string()), null),
  because: z._default(z.string(), ""),
  hints: z._default(hintsSchema, []),
  ...test,
});

export const questionSchema: z.ZodMiniType<QuestionFrame> = z.strictObject({
  id,
  title: z.optional(z.string()),
  points,
  because: z._default(z.string(), ""),
  check: z.enum(["answered", "predicted"]),
  with: z._default(parameters, {}),
});

/** rubric.yaml without the parameters of its checks: those have schemas of their own. */
export const rubricSchema: z.ZodMiniType<RubricFrame> = z.strictObject({
  version: z.literal(1),
  image: z._default(
    z.strictObject({
      tag: z._default(z.nullable(z.string()), null),
      context: z._default(z.string(), "."),
      file: z._default(z.string(), "Dockerfile"),
      target: z._default(z.nullable(z.string()), null),
      args: z._default(z.record(z.string(), z.coerce.string()), {}),
      secrets: z._default(z.record(z.string(), z.coerce.string()), {}),
    }),
    { tag: null, context: ".", file: "Dockerfile", target: null, args: {}, secrets: {} },
  ),
  protect: z._default(z.array(z.string()), []),
  accepts: z._default(z.array(z.string()), []),
  tolerates: z._default(
    z.array(
      z.strictObject({ change: z.string(), because: z.string().check(z.minLength(1, "one sentence")) }),
    ),
    [],
  ),
  criteria: z._default(z.array(criterionSchema), []),
  questions: z._default(z.array(questionSchema), []),
});
