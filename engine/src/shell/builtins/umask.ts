import { ShellError } from "../interpreter/jumps.ts";
import { changeMode } from "../tree/mode.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

const letters = (bits: number): string =>
  `${bits & 4 ? "r" : ""}${bits & 2 ? "w" : ""}${bits & 1 ? "x" : ""}`;

export const umask: Builtin = {
  name: "umask",
  run(shell, args) {
    const {
      options,
      rest: [word],
    } = optionsOf(shell, args, shell.dialect === "bash" ? "pS" : "S");
    const symbolic = options.has("S");
    if (word === undefined) {
      const allowed = ~shell.umask & 0o777;
      const text = symbolic
        ? `u=${letters(allowed >> 6)},g=${letters((allowed >> 3) & 7)},o=${letters(allowed & 7)}`
        : shell.umask.toString(8).padStart(4, "0");
      shell.print(`${options.has("p") ? `umask ${symbolic ? "-S " : ""}` : ""}${text}\n`);
      return 0;
    }
    if (/^[0-7]{1,4}$/.test(word)) shell.umask = Number.parseInt(word, 8) & 0o777;
    else {
      const mode = /^\d/.test(word) ? undefined : changeMode(word, ~shell.umask & 0o777, false, 0);
      if (mode === undefined) {
        if (shell.dialect === "dash")
          throw new ShellError(/^\d/.test(word) ? `Illegal number: ${word}` : `Illegal mode: ${word}`);
        if (shell.dialect === "ash") throw new ShellError(`illegal mode: ${word}`);
        throw new ShellError(
          /^\d/.test(word)
            ? `${word}: octal number out of range`
            : `\`${word.replace(/^[ugoa]+/, "").slice(0, 1)}': invalid symbolic mode operator`,
          1,
        );
      }
      shell.umask = ~mode & 0o777;
    }
    return 0;
  },
};
