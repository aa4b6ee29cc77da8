import type { Copy, Instruction } from "../../dockerfile/instruction.ts";
import { clean } from "../../vfs/path.ts";

/** The context's own files that a COPY or ADD names; none for `--from`. */
export const contextSources = (copy: Copy): readonly string[] =>
  copy.from === undefined
    ? copy.sources.filter((source) => !/^(?:https?|git|ssh):\/\/|^git@/.test(source))
    : [];

/** It takes all that the context has: `COPY . .` and its like. */
export const copiesWholeContext = (instruction: Instruction): instruction is Copy =>
  (instruction.kind === "COPY" || instruction.kind === "ADD") &&
  contextSources(instruction).some((source) => ["/", ".", "*", "/*"].includes(clean(source)));
