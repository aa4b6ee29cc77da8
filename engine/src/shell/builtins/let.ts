import { compute } from "../expand/compute.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";

export const letBuiltin: Builtin = {
  name: "let",
  dialects: ["ash", "bash"],
  run(shell, args) {
    if (args.length === 0) throw new ShellError("expression expected", shell.dialect === "ash" ? 2 : 1);
    let value = 0n;
    try {
      for (const word of args) value = compute(shell, word);
    } catch (error) {
      // In bash a wrong expression is no more than a failure.
      if (!(error instanceof ShellError) || shell.dialect !== "bash" || error.status !== 1) throw error;
      throw new ShellError(error.message, 1);
    }
    return value === 0n ? 1 : 0;
  },
};
