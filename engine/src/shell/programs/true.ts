import type { Program } from "../process.ts";

export const trueProgram: Program = { name: "true", run: () => 0 };
