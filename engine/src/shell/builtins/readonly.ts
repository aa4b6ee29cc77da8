import type { Builtin } from "./builtin.ts";
import { mark } from "./export.ts";

export const readonly: Builtin = {
  name: "readonly",
  special: true,
  run: (shell, args) => mark(shell, args, "readonly", "readonly"),
};
