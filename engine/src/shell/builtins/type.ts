import type { Builtin } from "./builtin.ts";
import { describe } from "./describe.ts";

export const type: Builtin = {
  name: "type",
  run: (shell, args) =>
    args.map((name) => describe(shell, name)).every(Boolean) ? 0 : shell.dialect === "bash" ? 1 : 127,
};
