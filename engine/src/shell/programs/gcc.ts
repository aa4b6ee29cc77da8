import { compileC } from "../black-boxes/c/compile-c.ts";
import type { Program } from "../process.ts";

/** `gcc`: compiles the C programs that a lesson declares. */
export const gcc: Program = { name: "gcc", run: compileC };
