import type { Builtin } from "./builtin.ts";
import { quoted } from "./quoted.ts";

/** Remembered and shown. A script's aliases would count from the next line on; none of ours are expanded. */
export const alias: Builtin = {
  name: "alias",
  run(shell, args) {
    if (args.length === 0)
      for (const [name, value] of shell.aliases) shell.print(`${name}=${quoted(value)}\n`);
    let status = 0;
    for (const word of args) {
      const at = word.indexOf("=");
      if (at > 0) shell.aliases.set(word.slice(0, at), word.slice(at + 1));
      else if (shell.aliases.has(word)) shell.print(`${word}=${quoted(shell.aliases.get(word) ?? "")}\n`);
      else {
        shell
          .output(2)
          ?.write(
            `${shell.dialect === "dash" ? "" : shell.prefix()}alias: ${word} not found\n`.replace(
              "alias: alias: ",
              "alias: ",
            ),
          );
        status = 1;
      }
    }
    return status;
  },
};
