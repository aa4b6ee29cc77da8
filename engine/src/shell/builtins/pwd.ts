import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

export const pwd: Builtin = {
  name: "pwd",
  run(shell, args) {
    const last = [...optionsOf(shell, args, "LP").options.keys()].at(-1);
    const real = last === "P" ? shell.process.files.realpath(shell.cwd) : { path: shell.cwd };
    shell.print(`${typeof real === "string" ? shell.cwd : real.path}\n`);
    return 0;
  },
};
