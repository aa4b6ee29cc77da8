import type { Dockerfile } from "../dockerfile/dockerfile.ts";
import type { Instruction } from "../dockerfile/instruction.ts";

/** The stage instructions of one kind, in order of the file. */
export const instructionsOf = (dockerfile: Dockerfile, kind: Instruction["kind"]): readonly Instruction[] =>
  dockerfile.stages.flatMap(({ instructions }) =>
    instructions.filter((instruction) => instruction.kind === kind),
  );
