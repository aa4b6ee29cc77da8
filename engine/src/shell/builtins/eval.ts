import type { Builtin } from "./builtin.ts";

export const evalBuiltin: Builtin = {
  name: "eval",
  special: true,
  run: (shell, args) => (args.length === 0 ? 0 : shell.interpreter.text(shell, args.join(" "))),
};
