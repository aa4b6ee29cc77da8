import { readFlags } from "../flags.ts";
import type { Pair } from "../instruction.ts";
import { atLeastOne, common } from "./common.ts";
import type { InstructionReader } from "./common.ts";

const reader =
  (kind: "ENV" | "LABEL"): InstructionReader =>
  (statement) => {
    const flags = readFlags(statement.flags);
    if ("error" in flags) return flags;
    const { pairs } = statement;
    if (pairs.length === 0) return atLeastOne(kind);
    if (pairs.some(({ key }) => key === "")) return { error: `${kind} names can not be blank` };
    return { ...common(statement), kind, pairs };
  };

export const readEnv: InstructionReader = reader("ENV");
export const readLabel: InstructionReader = reader("LABEL");

/** Takes any flag and forgets it, as BuildKit does. */
export const readArg: InstructionReader = (statement) => {
  const { args } = statement;
  if (args.length === 0) return atLeastOne("ARG");
  const pairs: Pair[] = [];
  for (const word of args) {
    const at = word.indexOf("=");
    if (at === 0) return { error: "ARG names can not be blank" };
    pairs.push(
      at < 0
        ? { key: word, value: undefined, legacy: false }
        : { key: word.slice(0, at), value: word.slice(at + 1), legacy: false },
    );
  }
  return { ...common(statement), kind: "ARG", pairs };
};
