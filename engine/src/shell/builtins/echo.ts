import { echoText } from "../text/echo-text.ts";
import type { Builtin } from "./builtin.ts";

export const echo: Builtin = {
  name: "echo",
  run(shell, args) {
    shell.print(echoText(args, shell.dialect));
    return 0;
  },
};
