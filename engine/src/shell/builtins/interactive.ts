import { notSimulated } from "../../core/engine-error.ts";
import { startProgram } from "../interpreter/start-program.ts";
import { environmentOf } from "../interpreter/variables.ts";
import { findProgram } from "../start/find-program.ts";
import type { Builtin } from "./builtin.ts";

const NAMES = "bind caller compgen complete compopt disown enable fc help history logout suspend".split(" ");

/**
 * Builtins of bash for whoever sits before it; a script that uses one has come to a gap, and not to a missing command. A machine
 * that somebody sits before may have programs in their place: `help`, `history`.
 */
export const interactive: readonly Builtin[] = NAMES.map((name) => ({
  name,
  dialects: ["bash"],
  run(shell, args) {
    const found = findProgram(shell.process.files, shell.cwd, name, environmentOf(shell).get("PATH"));
    if (typeof found !== "string" && found.file.content.program === name)
      return startProgram(shell, [name, ...args], environmentOf(shell));
    throw notSimulated(`bash's ${name}`, "bash would run its builtin");
  },
}));
