import type { Builtin } from "./builtin.ts";
import { describe, pathOf } from "./describe.ts";

export const command: Builtin = {
  name: "command",
  run(shell, args) {
    let at = 0;
    let mode = "";
    for (; /^-[pvV]+$/.test(args[at] ?? ""); at++) mode += (args[at] ?? "").slice(1);
    if (args[at] === "--") at++;
    const words = args.slice(at);
    if (words.length === 0) return 0;
    if (!/[vV]/.test(mode)) return shell.interpreter.command(shell, words, { plain: true });
    let status = 0;
    for (const name of shell.dialect === "bash" ? words : words.slice(0, 1)) {
      if (mode.includes("V")) {
        status = describe(shell, name) ? status : 127;
        continue;
      }
      const path = pathOf(shell, name);
      if (path === undefined) status = shell.dialect === "bash" ? 1 : 127;
      else shell.print(`${path}\n`);
    }
    return status;
  },
};
