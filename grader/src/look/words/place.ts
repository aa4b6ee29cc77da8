import type { BuildResult, Instruction, Step } from "@drydock/engine";
import type { Cause } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { code } from "./words.ts";

/** `` `COPY . .` (line 3) ``: how a message names a line. */
export const lineOf = (instruction: Instruction, extra = ""): string =>
  `${code(instruction.original)} (line ${instruction.range.start.line}${extra})`;

/** The cause that points at an instruction of the Dockerfile. */
export const causeOf = (subject: Subject, instruction: Instruction | undefined): Cause | undefined =>
  instruction && { file: subject.dockerfileName, range: instruction.range };

/** An instruction brought along by the base stands on no line of its own: the FROM is blamed. */
export const stepCause = (subject: Subject, step: Step): Cause | undefined =>
  causeOf(subject, step.instruction);

/** Stages that the target is made of, the target first, then the stage that it starts from, and so on. */
export function lineage(result: BuildResult): number[] {
  const out: number[] = [];
  let at: number | undefined = result.target;
  while (at !== undefined && !out.includes(at)) {
    out.push(at);
    const index: number = at;
    at = result.stages.find((stage) => stage.index === index)?.parent;
  }
  return out;
}

/** FROM of the stage that starts from an image: where the lineage meets its base. */
export function baseFrom(subject: Subject, result: BuildResult): Instruction | undefined {
  const root = lineage(result).at(-1);
  return root === undefined ? undefined : subject.dockerfile.stages[root]?.from;
}

/** The last instruction of the target's lineage that `wanted` accepts. */
export function lastInstruction(
  subject: Subject,
  result: BuildResult,
  wanted: (instruction: Instruction) => boolean,
): Instruction | undefined {
  for (const index of lineage(result)) {
    const found = subject.dockerfile.stages[index]?.instructions.findLast(wanted);
    if (found) return found;
  }
  return undefined;
}

/** An instruction that `wanted` accepts in a stage that the image is not made of. */
export function instructionElsewhere(
  subject: Subject,
  result: BuildResult,
  wanted: (instruction: Instruction) => boolean,
): Instruction | undefined {
  const own = new Set(lineage(result));
  for (const stage of subject.dockerfile.stages) {
    const found = own.has(stage.index) ? undefined : stage.instructions.find(wanted);
    if (found) return found;
  }
  return undefined;
}
