import { compileC } from "../black-boxes/c/compile-c.ts";
import type { Program } from "../process.ts";

/** `cc`: the C compiler by its POSIX name. */
export const cc: Program = { name: "cc", run: compileC };
