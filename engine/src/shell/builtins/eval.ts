import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

export const evalBuiltin: Builtin = {
  name: "eval",
  special: true,
  run(shell, args) {
    const words = shell.dialect === "bash" ? optionsOf(shell, args, "").rest : args;
    return words.length === 0 ? 0 : shell.interpreter.text(shell, words.join(" "));
  },
};
