import { ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";
import { statusOf } from "./number.ts";

export const shift: Builtin = {
  name: "shift",
  special: true,
  run(shell, [word]) {
    const count = word === undefined ? 1 : statusOf(shell, word);
    if (count < 0) throw new ShellError(`${word}: shift count out of range`, 1);
    if (count > shell.parameters.length) {
      if (shell.dialect === "dash") throw new ShellError("can't shift that many");
      return 1;
    }
    shell.kernel.spend(shell.parameters.length >> 7);
    shell.parameters = shell.parameters.slice(count);
    return 0;
  },
};
