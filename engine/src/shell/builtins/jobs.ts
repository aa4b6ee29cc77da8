import { ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

/** Whatever was started has ended, and a shell that is not interactive has no more to say of it. */
export const jobs: Builtin = {
  name: "jobs",
  run(shell, args) {
    const [name] = optionsOf(shell, args, shell.dialect === "bash" ? "lnprsx" : "lp").rest;
    if (name === undefined) return 0;
    throw new ShellError(
      shell.dialect === "dash" ? `No such job: ${name}` : `${name}: no such job`,
      shell.dialect === "bash" ? 1 : 2,
    );
  },
};
