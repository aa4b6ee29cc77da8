import type { Program } from "../process.ts";
import { runShell } from "../sh.ts";

export const ash: Program = { name: "ash", run: (process) => runShell(process, "ash") };
