import type { Builtin } from "./builtin.ts";
import { declareAll } from "./declare.ts";

export const typeset: Builtin = { name: "typeset", dialects: ["bash"], run: declareAll };
