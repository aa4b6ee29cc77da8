import type { Builtin } from "./builtin.ts";

export const falseBuiltin: Builtin = { name: "false", run: () => 1 };
