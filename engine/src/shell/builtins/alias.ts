import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";
import { inBuckets } from "./in-buckets.ts";
import { bashQuoted, quoted } from "../text/quoted.ts";

/** Buckets of the table of aliases in dash and ash (`ATABSIZE`). */
const ALIASES = 39;

/** Remembers what words at the beginning of a command stand for, from the next line on (`parseLine`), and shows it. */
export const alias: Builtin = {
  name: "alias",
  run(shell, given) {
    const args = shell.dialect === "bash" ? optionsOf(shell, given, "p").rest : given;
    const show = (name: string): void => {
      const value = shell.aliases.get(name) ?? "";
      shell.print(
        shell.dialect === "bash" ? `alias ${name}=${bashQuoted(value)}\n` : `${name}=${quoted(value)}\n`,
      );
    };
    if (args.length === 0) {
      const names = [...shell.aliases.keys()];
      for (const name of shell.dialect === "bash" ? names.sort() : inBuckets(names, ALIASES)) show(name);
    }
    let status = 0;
    for (const word of args) {
      const at = word.indexOf("=");
      if (at > 0) shell.aliases.set(word.slice(0, at), word.slice(at + 1));
      else if (shell.aliases.has(word)) show(word);
      else {
        if (shell.dialect === "bash") shell.complain(`${word}: not found`);
        else shell.output(2)?.write(`alias: ${word} not found\n`);
        status = 1;
      }
    }
    return status;
  },
};
