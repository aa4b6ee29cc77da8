import type { Program } from "../process.ts";

export const falseProgram: Program = { name: "false", run: () => 1 };
