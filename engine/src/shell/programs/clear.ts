import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";

/** Busybox writes the codes for any terminal; ncurses asks which one it is. */
export const clear: Program = {
  name: "clear",
  run(process, flavour) {
    const terminal = process.env.get("TERM");
    if (flavour === "gnu" && !terminal) {
      process.stderr.write("TERM environment variable not set.\n");
      return 1;
    }
    if (flavour === "gnu" && !terminal?.startsWith("xterm"))
      throw notSimulated(`clear on the terminal ${terminal}`, "write the codes that clear it");
    process.stdout.write(flavour === "gnu" ? "\u001b[H\u001b[2J\u001b[3J" : "\u001b[H\u001b[J");
    return 0;
  },
};
