import { readFlags } from "../flags.ts";
import type { Text } from "../instruction.ts";
import { common, exactlyOne } from "./common.ts";
import type { InstructionReader } from "./common.ts";

const reader =
  (kind: Text["kind"]): InstructionReader =>
  (statement) => {
    const [value] = statement.args;
    if (value === undefined || statement.args.length !== 1) return exactlyOne(kind);
    // STOPSIGNAL takes any flag and forgets it, as BuildKit does.
    const flags = readFlags(kind === "STOPSIGNAL" ? [] : statement.flags);
    return "error" in flags ? flags : { ...common(statement), kind, value };
  };

export const readWorkdir: InstructionReader = reader("WORKDIR");
export const readUser: InstructionReader = reader("USER");
export const readStopSignal: InstructionReader = reader("STOPSIGNAL");
export const readMaintainer: InstructionReader = reader("MAINTAINER");
