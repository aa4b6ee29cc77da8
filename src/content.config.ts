import { lessonHead } from "@drydock/grader/authoring";
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { lessonsFolder } from "./course/lessons-folder.ts";

export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: lessonsFolder,
      pattern: "[0-9]*/[0-9]*/lesson.mdx",
      generateId: ({ entry }) => entry.replace(/\/lesson\.mdx$/, ""),
    }),
    schema: lessonHead,
  }),
  guides: defineCollection({ loader: glob({ base: "docs", pattern: "*.md" }) }),
};
