import type { Builtin } from "./builtin.ts";

export const unalias: Builtin = {
  name: "unalias",
  run(shell, args) {
    if (args[0] === "-a") shell.aliases.clear();
    let status = 0;
    for (const name of args.filter((word) => word !== "-a")) {
      if (shell.aliases.delete(name)) continue;
      shell.output(2)?.write(`unalias: ${name} not found\n`);
      status = 1;
    }
    return status;
  },
};
