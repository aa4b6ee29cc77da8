import type { Instruction } from "@drydock/engine";

/** Is it an instruction of that kind that names this key? */
export const setsVariable =
  (kind: "ENV" | "ARG" | "LABEL", key: string): ((instruction: Instruction) => boolean) =>
  (instruction) =>
    instruction.kind === kind &&
    instruction.pairs.some((pair) => pair.key.replaceAll(/^["']|["']$/g, "") === key);
