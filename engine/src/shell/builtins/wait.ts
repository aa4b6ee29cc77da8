import type { Builtin } from "./builtin.ts";

/** What runs in the background has run to its end already: its status is known. */
export const wait: Builtin = {
  name: "wait",
  run: (shell, args) => (args.length === 0 ? 0 : (shell.finished.get(Number(args.at(-1))) ?? 127)),
};
