import type { Builtin } from "./builtin.ts";

export const pwd: Builtin = {
  name: "pwd",
  run(shell, args) {
    const real = args[0] === "-P" ? shell.process.files.realpath(shell.cwd) : { path: shell.cwd };
    shell.print(`${typeof real === "string" ? shell.cwd : real.path}\n`);
    return 0;
  },
};
