import * as z from "zod/mini";

/** What stands at the head of every `lesson.mdx`. */
export interface LessonHead {
  /** As in the course map; no number, that comes from the folder. */
  readonly title: string;
  /** One sentence: what a learner can do afterwards. */
  readonly summary: string;
  /** Reading and working, for someone new to it. */
  readonly minutes: number;
  /** Concepts that earlier lessons teach. */
  readonly needs: readonly string[];
  /** Concepts that this one adds; none where it is all practice. */
  readonly teaches: readonly string[];
}

const concepts = z._default(
  z.array(
    z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, "a concept's id: lower case, with hyphens (build-cache)")),
  ),
  [],
);

/** The one reading of it: what the gate lets through, the site takes. */
export const lessonHead: z.ZodMiniType<LessonHead> = z.strictObject({
  title: z
    .string()
    .check(z.minLength(3, "at least three letters"))
    .check(z.maxLength(48, "at most 48 letters, it has to fit into the map")),
  summary: z
    .string()
    .check(z.minLength(20, "a whole sentence on what a learner can do afterwards, at least 20 letters"))
    .check(z.maxLength(160, "one sentence, at most 160 letters")),
  minutes: z
    .int()
    .check(z.minimum(1, "at least 1"))
    .check(z.maximum(60, "at most 60; split a longer lesson")),
  needs: concepts,
  teaches: concepts,
});
