import type { Program } from "../process.ts";
import { runShell } from "../sh.ts";

export const bash: Program = { name: "bash", run: (process) => runShell(process, "bash") };
