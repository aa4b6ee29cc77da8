import type { Builtin } from "./builtin.ts";
import { sourceFile } from "./dot.ts";

export const source: Builtin = { name: "source", dialects: ["ash", "bash"], special: true, run: sourceFile };
