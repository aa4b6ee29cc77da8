import * as z from "zod/mini";
import type { Session } from "../lesson.ts";
import { fileStateSchema } from "../rubric/file-state.ts";

const text = z.string().check(z.maxLength(10_000));

/** session.json. Fields that nobody knows are dropped: a verdict that a submission brings along is one of them. */
export const sessionSchema: z.ZodMiniType<Session> = z.object({
  format: z._default(z.literal(1), 1),
  lesson: z.optional(z.string()),
  version: z.optional(z.string()),
  commands: z.optional(
    z
      .array(
        z.object({
          line: text,
          typed: z.optional(z.array(text).check(z.maxLength(500))),
          files: z.optional(z.string()),
        }),
      )
      .check(z.maxLength(500)),
  ),
  snapshots: z.optional(z.record(z.string(), fileStateSchema)),
  answers: z.optional(z.record(z.string(), z.unknown())),
  hints: z.optional(z.record(z.string(), z.number())),
  revealed: z.optional(z.boolean()),
});
