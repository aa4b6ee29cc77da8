import { ShellError } from "../interpreter/jumps.ts";
import { assign, isName, keepOptions, makeLocal } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";
import { declareAll } from "./declare.ts";

export const local: Builtin = {
  name: "local",
  special: true,
  run(shell, args) {
    if (shell.scopes.length === 0) {
      if (shell.dialect === "bash") throw new ShellError("can only be used in a function", 1);
      throw new ShellError("not in a function");
    }
    if (shell.dialect === "bash" && /^-[aAilnrux]+$/.test(args[0] ?? "")) return declareAll(shell, args);
    for (const word of args) {
      // Flags of bash that need no more; dash and ash take them for names.
      if (shell.dialect === "bash" && /^-[a-zA-Z]+$/.test(word)) continue;
      const at = word.indexOf("=");
      const name = at < 0 ? word : word.slice(0, at);
      if (name === "-") {
        keepOptions(shell);
        continue;
      }
      if (!isName(name))
        throw new ShellError(
          shell.dialect === "bash" ? `\`${word}': not a valid identifier` : `${name}: bad variable name`,
          shell.dialect === "bash" ? 1 : 2,
        );
      makeLocal(shell, name);
      if (at >= 0) assign(shell, name, word.slice(at + 1));
    }
    return 0;
  },
};
