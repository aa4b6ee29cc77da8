import { type Advice, adviseOn, type BaseImageData, baseConfigs, type FileState } from "@drydock/engine";
import type { Lesson } from "@drydock/grader";

const PLACE = { dockerfile: "Dockerfile", folder: "" };

/**
 * Drydock's advice on a lesson's files, while they are written. Without what the lesson accepts, and without what its
 * start breaks: that is what the exercise asks about, and the hints tell it one at a time.
 */
export const lessonAdvice = (
  bases: readonly BaseImageData[],
  { rubric, start }: Lesson,
): ((files: FileState) => readonly Advice[]) => {
  const config = baseConfigs(bases);
  let silent: ReadonlySet<string> | undefined;
  return (files) => {
    const known = (silent ??= new Set([
      ...rubric.accepts,
      ...adviseOn(start, PLACE, config).map(({ rule }) => rule),
    ]));
    return adviseOn(files, PLACE, config).filter(({ rule }) => !known.has(rule));
  };
};
