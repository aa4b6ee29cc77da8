import type { Builtin } from "./builtin.ts";

/** What runs in the background has run to its end already. */
export const wait: Builtin = {
  name: "wait",
  run: (shell, args) => (args.length > 0 && !args.every((word) => Number(word) <= (shell.background ?? -1)) ? 127 : 0),
};
