import type { Program } from "../process.ts";
import { runShell } from "../sh.ts";

/** busybox's `sh` is ash; a file of Debian that is marked `sh` is dash. */
export const sh: Program = {
  name: "sh",
  run: (process, flavour) => runShell(process, flavour === "busybox" ? "ash" : "dash"),
};
