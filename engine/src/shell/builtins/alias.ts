import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";
import { quoted } from "./quoted.ts";

/** Remembered and shown. A script's aliases would count from the next line on; none of ours are expanded. */
export const alias: Builtin = {
  name: "alias",
  run(shell, given) {
    const args = shell.dialect === "bash" ? optionsOf(shell, given, "p").rest : given;
    if (args.length === 0)
      for (const [name, value] of shell.aliases) shell.print(`${name}=${quoted(value)}\n`);
    let status = 0;
    for (const word of args) {
      const at = word.indexOf("=");
      if (at > 0) shell.aliases.set(word.slice(0, at), word.slice(at + 1));
      else if (shell.aliases.has(word)) shell.print(`${word}=${quoted(shell.aliases.get(word) ?? "")}\n`);
      else {
        if (shell.dialect === "bash") shell.complain(`${word}: not found`);
        else shell.output(2)?.write(`alias: ${word} not found\n`);
        status = 1;
      }
    }
    return status;
  },
};
