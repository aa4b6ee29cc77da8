import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { lessonsFolder } from "./course/lessons-folder.ts";

const word = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "a concept's id: lower case, with hyphens (`build-cache`)");

/** What stands at the head of every `lesson.mdx`. */
const lesson = z.strictObject({
  /** As in the course map; no number, that comes from the folder. */
  title: z
    .string("title: what the lesson is called, in a few words")
    .min(3, "title: at least three letters")
    .max(48, "title: at most 48 letters, it has to fit into the map"),
  /** One sentence: what a learner can do afterwards. */
  summary: z
    .string("summary: one sentence on what a learner can do afterwards")
    .min(20, "summary: a whole sentence, at least 20 letters")
    .max(160, "summary: one sentence, at most 160 letters"),
  /** Reading and working, for someone new to it. */
  minutes: z
    .int("minutes: a whole number, for someone new to it")
    .min(1, "minutes: at least 1")
    .max(60, "minutes: at most 60; split a longer lesson"),
  /** Concepts that earlier lessons teach. */
  needs: z.array(word, "needs: a list of concepts that earlier lessons teach, [] for none").default([]),
  /** Concepts that this one adds. */
  teaches: z
    .array(word, "teaches: a list of the concepts that this lesson adds")
    .min(1, "teaches: at least one concept"),
});

export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: lessonsFolder,
      pattern: "[0-9]*/[0-9]*/lesson.mdx",
      generateId: ({ entry }) => entry.replace(/\/lesson\.mdx$/, ""),
    }),
    schema: lesson,
  }),
};
