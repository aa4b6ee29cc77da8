import { ShellError } from "../interpreter/jumps.ts";
import { echoText } from "../text/echo-text.ts";
import type { Builtin } from "./builtin.ts";

export const echo: Builtin = {
  name: "echo",
  run(shell, args) {
    const output = shell.output(1);
    if (!output)
      throw new ShellError(
        shell.dialect === "dash" ? "echo: I/O error" : "write error: Bad file descriptor",
        1,
      );
    output.write(echoText(args, shell.dialect === "dash" ? "dash" : "options"));
    return 0;
  },
};
