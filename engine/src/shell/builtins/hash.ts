import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";
import { pathOf } from "./describe.ts";

/** Programs are looked up anew each time; a name that is not there is told. */
export const hash: Builtin = {
  name: "hash",
  run(shell, args) {
    let status = 0;
    for (const name of optionsOf(shell, args, shell.dialect === "bash" ? "lrdtp:" : "r").rest) {
      if (pathOf(shell, name) !== undefined) continue;
      shell.complain(`${name}: not found`);
      status = 1;
    }
    return status;
  },
};
