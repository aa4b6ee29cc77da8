import { ShellError } from "../interpreter/jumps.ts";
import { isName, unset } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";

export const unsetBuiltin: Builtin = {
  name: "unset",
  special: true,
  run(shell, args) {
    const functions = args[0] === "-f";
    for (const name of args.filter((word) => !/^-[fv]$/.test(word))) {
      if (functions) shell.functions.delete(name);
      else if (isName(name)) {
        if (shell.dialect === "bash" && !shell.variables.has(name)) shell.functions.delete(name);
        unset(shell, name);
      } else if (shell.dialect === "bash") {
        shell.complain(`\`${name}': not a valid identifier`);
        return 1;
      } else throw new ShellError(`${name}: bad variable name`);
    }
    return 0;
  },
};
