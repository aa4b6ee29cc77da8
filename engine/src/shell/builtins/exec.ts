import { Exit } from "../interpreter/jumps.ts";
import { environmentOf } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";
import { startProgram } from "../interpreter/start-program.ts";

export const exec: Builtin = {
  name: "exec",
  special: true,
  run(shell, args) {
    const words = args[0] === "--" ? args.slice(1) : args;
    if (words.length === 0) return 0;
    throw new Exit(startProgram(shell, words, environmentOf(shell)));
  },
};
