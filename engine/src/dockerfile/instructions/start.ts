import { readFlags } from "../flags.ts";
import type { Arguments } from "../instruction.ts";
import type { Statement } from "../statement.ts";
import { common } from "./common.ts";
import type { InstructionReader } from "./common.ts";

/** A JSON array is what is executed; anything else is one text for the shell. */
export const commandLine = (statement: Statement): Arguments =>
  statement.json
    ? { form: "exec", args: statement.args }
    : { form: "shell", args: statement.args.length === 0 ? [] : [statement.args.join(" ")] };

const reader =
  (kind: "CMD" | "ENTRYPOINT"): InstructionReader =>
  (statement) => {
    const flags = readFlags(statement.flags);
    if ("error" in flags) return flags;
    const { form, args } = commandLine(statement);
    return { ...common(statement), kind, form, args };
  };

export const readCmd: InstructionReader = reader("CMD");
export const readEntrypoint: InstructionReader = reader("ENTRYPOINT");
