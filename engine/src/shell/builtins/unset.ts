import { keyOf } from "../expand/array.ts";
import { expandIndex } from "../expand/word.ts";
import { wordOf } from "../expand/word-of.ts";
import { ShellError } from "../interpreter/jumps.ts";
import { isName, unset } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

export const unsetBuiltin: Builtin = {
  name: "unset",
  special: true,
  run(shell, args) {
    const { options, rest } = optionsOf(shell, args, shell.dialect === "bash" ? "fvn" : "vf");
    const functions = options.has("f");
    if (functions && options.has("v") && shell.dialect === "bash")
      throw new ShellError("cannot simultaneously unset a function and a variable", 1);
    for (const name of rest) {
      if (options.has("n")) shell.variables.delete(name);
      else if (functions) shell.functions.delete(name);
      else if (isName(name)) {
        if (shell.dialect === "bash" && !shell.variables.has(name)) shell.functions.delete(name);
        unset(shell, name);
      } else if (shell.dialect === "bash" && /^\w+\[.+\]$/.test(name)) {
        const at = name.indexOf("[");
        const array = name.slice(0, at);
        shell.variables
          .get(array)
          ?.items?.delete(keyOf(shell, array, wordOf(name.slice(at + 1, -1)), expandIndex));
      } else if (shell.dialect === "bash" && !options.has("v")) {
        // Without -v it may be a function's name.
        shell.functions.delete(name);
      } else if (shell.dialect === "bash") {
        shell.complain(`\`${name}': not a valid identifier`);
        return 1;
      } else throw new ShellError(`${name}: bad variable name`);
    }
    return 0;
  },
};
