import { notSimulated } from "../../core/engine-error.ts";
import { Exit } from "../interpreter/jumps.ts";
import { environmentOf } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";
import { findProgram } from "../start/find-program.ts";
import { startProgram } from "../interpreter/start-program.ts";

export const exec: Builtin = {
  name: "exec",
  special: true,
  run(shell, args) {
    const { dialect } = shell;
    const { options, rest } =
      dialect === "dash"
        ? { options: undefined, rest: args }
        : optionsOf(shell, args, dialect === "bash" ? "cla:" : "a:");
    if (options && options.size > 0)
      throw notSimulated("options of exec", "the program would see another name or environment");
    const words = args[0] === "--" && dialect === "dash" ? args.slice(1) : rest;
    if (words.length === 0) return 0;
    // A program in the shell's place leaves nobody to run the EXIT trap.
    const found = findProgram(
      shell.process.files,
      shell.cwd,
      words[0] ?? "",
      environmentOf(shell).get("PATH"),
    );
    if (typeof found !== "string") shell.traps.delete("EXIT");
    throw new Exit(startProgram(shell, words, environmentOf(shell), true));
  },
};
