import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";
import { describe, pathOf } from "./describe.ts";

export const command: Builtin = {
  name: "command",
  run(shell, args) {
    const { options, rest: words } = optionsOf(shell, args, "pvV");
    const mode = [...options.keys()].join("");
    if (words.length === 0) return 0;
    if (!/[vV]/.test(mode)) {
      // What is run speaks for itself, not as `command`.
      const { builtin } = shell;
      shell.builtin = undefined;
      try {
        return shell.interpreter.command(shell, words, { plain: true });
      } finally {
        shell.builtin = builtin;
      }
    }
    let status = 0;
    for (const name of shell.dialect === "bash" ? words : words.slice(0, 1)) {
      if (mode.includes("V")) {
        status = describe(shell, name) ? status : shell.dialect === "bash" ? 1 : 127;
        continue;
      }
      const path = pathOf(shell, name);
      if (path === undefined) status = shell.dialect === "bash" ? 1 : 127;
      else shell.print(`${path}\n`);
    }
    return status;
  },
};
