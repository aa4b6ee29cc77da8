import { type CollectionEntry, getCollection } from "astro:content";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { lessonsFolder } from "./lessons-folder.ts";

export interface CourseLesson {
  /** `03-layers/05-order-for-the-cache`. */
  readonly id: string;
  /** `3.5`. */
  readonly number: string;
  readonly entry: CollectionEntry<"lessons">;
}

export interface CourseModule {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly lessons: readonly CourseLesson[];
}

const leading = (name: string): number => Number.parseInt(name, 10);

/** `03-layers` becomes `Layers`, where no `module.yaml` says better. */
const fromName = (folder: string): string => {
  const words = folder.replace(/^\d+-/, "").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const moduleWords = (folder: string): { title: string; summary: string } => {
  let source = "";
  try {
    source = readFileSync(join(lessonsFolder, folder, "module.yaml"), "utf8");
  } catch {
    return { title: fromName(folder), summary: "" };
  }
  const { title, summary } = parse(source) as { title?: string; summary?: string };
  return { title: title ?? fromName(folder), summary: summary ?? "" };
};

/** The modules that have lessons, in order, each with its lessons in order. */
export const course = async (): Promise<readonly CourseModule[]> => {
  const entries = (await getCollection("lessons")).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [...Map.groupBy(entries, ({ id }) => id.split("/")[0] ?? "")].map(([folder, inside]) => ({
    number: leading(folder),
    ...moduleWords(folder),
    lessons: inside.map((entry) => ({
      id: entry.id,
      number: `${leading(folder)}.${leading(entry.id.split("/")[1] ?? "")}`,
      entry,
    })),
  }));
};
