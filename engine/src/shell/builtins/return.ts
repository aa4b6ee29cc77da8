import { Exit, Return, ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";
import { statusOf } from "./number.ts";

/** dash keeps a status that is over 255 (`returncmd`). */
export const returnBuiltin: Builtin = {
  name: "return",
  special: true,
  run(shell, [word]) {
    const status =
      word === undefined ? shell.status : statusOf(shell, word) & (shell.dialect === "dash" ? -1 : 0xff);
    const trapped = shell.leaving !== undefined && shell.dialect !== "bash";
    if (shell.scopes.length > 0 || shell.sourced > 0 || trapped) throw new Return(status);
    if (shell.dialect === "bash")
      throw new ShellError("can only `return' from a function or sourced script", 2);
    throw new Exit(status);
  },
};
