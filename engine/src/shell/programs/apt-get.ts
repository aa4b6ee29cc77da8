import { runApt } from "../packages/apt/run-apt.ts";
import type { Program } from "../process.ts";

/** `apt-get`: packages of Debian, from Drydock's catalogue. */
export const aptGet: Program = { name: "apt-get", run: (process) => runApt(process, process.argv.slice(1)) };
