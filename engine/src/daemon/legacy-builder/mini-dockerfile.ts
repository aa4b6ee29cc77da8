import type { Dockerfile } from "../../dockerfile/dockerfile.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";

/** Under which names the mini Dockerfile knows what has been built so far. */
export const HERE = "legacy.invalid/here:latest";
export const stageReference = (index: number): string => `legacy.invalid/stage-${index}:latest`;

/** What one step needs to know of those before it. */
export interface Before {
  readonly dockerfile: Dockerfile;
  /** Names of the stages before this one, in order. */
  readonly stages: readonly string[];
  /** ARGs of this stage so far. */
  readonly args: readonly Instruction[];
  /** Nothing is below yet. */
  readonly scratch: boolean;
}

/**
 * One instruction as a Dockerfile of its own, on what the steps before it made: what it does to files and config is the same in
 * both builders.
 */
export function miniDockerfile(before: Before, instruction: Instruction): string {
  const { dockerfile, stages, args, scratch } = before;
  const lines = dockerfile.source.split("\n");
  const sourceOf = ({ range }: Instruction): string =>
    lines.slice(range.start.line - 1, range.end.line).join("\n");
  return [
    ...(dockerfile.escape === "`" ? ["# escape=`"] : []),
    ...stages.map((name, i) => `FROM ${stageReference(i)} AS ${name === "" ? `unnamed-${i}` : name}`),
    `FROM ${scratch ? "scratch" : HERE}`,
    ...args.map(sourceOf),
    sourceOf(instruction),
    "",
  ].join("\n");
}
