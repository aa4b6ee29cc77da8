import type { Directory } from "@drydock/engine";
import type { Finding } from "../check.ts";
import type { Subject } from "../subject.ts";
import { find } from "./files.ts";
import { causeOf, lineage, lineOf } from "./place.ts";
import { stepsOf } from "./step-pattern.ts";
import { code } from "./words.ts";

const MOST = 3;

/** Why the image's view lacks a path: a later step removed it, it stayed in another stage, or nothing ever brought it. */
export function missingFile(subject: Subject, path: string): Finding {
  const result = subject.build();
  const own = new Set(lineage(result));
  const has = (tree: Directory | undefined): boolean => tree !== undefined && find(tree, path).length > 0;
  const steps = stepsOf(result).filter(({ step }) => step.layer);
  const removed = steps.find(
    ({ step }) => own.has(step.stage) && has(step.layer?.lower) && !has(step.layer?.upper),
  );
  const shown = code(path);
  if (removed) {
    const { instruction } = removed.step;
    return {
      outcome: "fail",
      message: `${shown} is not in the image: ${lineOf(instruction)} removes it.`,
      facts: { removed: true },
      cause: causeOf(subject, instruction),
    };
  }
  const elsewhere = steps.find(({ step }) => !own.has(step.stage) && has(step.layer?.upper));
  if (elsewhere) {
    const { instruction, stageName } = elsewhere.step;
    return {
      outcome: "fail",
      message: `${shown} is not in the image: ${lineOf(instruction)} makes it in the stage ${code(stageName)}, and it stays there.`,
      facts: { stage: stageName },
      cause: causeOf(subject, instruction),
    };
  }
  return {
    outcome: "fail",
    message: `${shown} is not in the image, and no step of the build brings it.`,
    facts: { lies: namesakes(steps.findLast(({ step }) => own.has(step.stage))?.step.layer?.upper, path) },
  };
}

/** Where files of that name lie instead; a glob has none. */
function namesakes(tree: Directory | undefined, path: string): readonly string[] {
  const name = path.split("/").at(-1) ?? "";
  if (tree === undefined || name === "" || /[*?[]/.test(path)) return [];
  return find(tree, `/**/${name}`)
    .map((found) => found.path)
    .slice(0, MOST);
}
