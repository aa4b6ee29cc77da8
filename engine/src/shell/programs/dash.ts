import type { Program } from "../process.ts";
import { runShell } from "../sh.ts";

export const dash: Program = { name: "dash", run: (process) => runShell(process, "dash") };
