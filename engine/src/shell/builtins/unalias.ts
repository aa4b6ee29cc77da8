import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

export const unalias: Builtin = {
  name: "unalias",
  run(shell, args) {
    const { options, rest } = optionsOf(shell, args, "a");
    if (options.has("a")) shell.aliases.clear();
    else if (rest.length === 0 && shell.dialect === "bash") {
      shell.output(2)?.write("unalias: usage: unalias [-a] name [name ...]\n");
      return 2;
    }
    let status = 0;
    for (const name of rest) {
      if (shell.aliases.delete(name)) continue;
      if (shell.dialect === "bash") shell.complain(`${name}: not found`);
      else shell.output(2)?.write(`unalias: ${name} not found\n`);
      status = 1;
    }
    return status;
  },
};
