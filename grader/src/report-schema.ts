import * as z from "zod/mini";

const position = z.object({ line: z.int(), column: z.int() });
const range = z.object({ start: position, end: position });
const outcome = z.enum(["pass", "fail", "inconclusive", "blocked"]);

const verdict = z.object({
  id: z.string(),
  title: z.string(),
  outcome,
  points: z.number(),
  maximum: z.number(),
  bonus: z.optional(z.literal(true)),
  message: z.string(),
  because: z.string(),
  cause: z.nullable(z.object({ file: z.string(), range })),
  evidence: z.array(
    z.object({
      kind: z.enum(["step", "file", "layer", "config", "output", "problem"]),
      text: z.string(),
      state: z.optional(z.string()),
      reason: z.optional(z.string()),
    }),
  ),
  facts: z.record(z.string(), z.unknown()),
  test: z.optional(z.string()),
  override: z.optional(z.object({ by: z.string(), comment: z.string(), points: z.number(), outcome })),
  hint: z.object({ next: z.int(), of: z.int() }),
});

/** A report as data: what `schema report` prints, and what is asked of a report that comes back from a file. */
export const reportSchema: z.ZodMiniType = z.object({
  format: z.literal(1),
  drydock: z.string(),
  lesson: z.string(),
  lessonVersion: z.string(),
  submission: z.object({ id: z.string(), digest: z.string() }),
  status: z.enum(["passed", "failed", "needsReview", "ungradable", "refused", "error"]),
  points: z.number(),
  maximum: z.number(),
  scoredMaximum: z.number(),
  bonus: z.number(),
  rootCause: z.nullable(z.string()),
  criteria: z.array(verdict),
  build: z.nullable(
    z.object({
      outcome: z.enum(["ok", "error"]),
      steps: z.int(),
      layers: z.int(),
      bytes: z.int(),
      layerList: z.optional(z.array(z.object({ line: z.int(), text: z.string(), bytes: z.int() }))),
      warnings: z.array(z.object({ rule: z.string(), message: z.string(), url: z.string(), range })),
    }),
  ),
  notes: z.array(z.string()),
  late: z.optional(
    z.object({ minutes: z.nullable(z.int()), days: z.int(), penalty: z.number(), score: z.number() }),
  ),
});
