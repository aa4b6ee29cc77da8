import { arithmetic } from "../expand/arithmetic.ts";
import { assign, valueOf } from "../interpreter/variables.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";

export const letBuiltin: Builtin = {
  name: "let",
  dialects: ["ash", "bash"],
  run(shell, args) {
    if (args.length === 0) throw new ShellError("expression expected", shell.dialect === "ash" ? 2 : 1);
    let value = 0n;
    for (const word of args)
      value = arithmetic(
        word,
        { get: (name) => valueOf(shell, name), set: (name, text) => assign(shell, name, text) },
        shell.dialect,
      );
    return value === 0n ? 1 : 0;
  },
};
