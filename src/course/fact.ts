import { bases } from "@drydock/engine/bases/index.ts";
import { factOf } from "@drydock/grader/authoring";
import { seconds, size } from "../session/facts/amounts.ts";
import { lessonData } from "./lesson-data.ts";

export interface Asked {
  readonly of: "step" | "image";
  readonly build: "start" | "solution";
  readonly step?: string;
  readonly what: "duration" | "size";
}

/** A figure of a build of the lesson's own files, in the site's words. @throws {Error} where there is nothing to tell. */
export const fact = (id: string, asked: Asked): string => {
  const { what, amount } = factOf(lessonData(id), new Map(Object.entries(asked)), bases);
  return what === "duration" ? seconds(amount) : size(amount);
};
