import { ShellError } from "../interpreter/jumps.ts";
import { assign, isName, unset, valueOf } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

export const getopts: Builtin = {
  name: "getopts",
  run(shell, args) {
    const [spec, name, ...own] = optionsOf(shell, args, "").rest;
    if (spec === undefined || name === undefined) {
      if (shell.dialect === "ash") throw new ShellError("usage: getopts optstring var [arg]");
      if (shell.dialect === "dash") throw new ShellError("Usage: getopts optstring var [arg...]");
      shell.output(2)?.write("getopts: usage: getopts optstring name [arg ...]\n");
      return 2;
    }
    const words = own.length > 0 ? own : shell.parameters;
    let index = Number(valueOf(shell, "OPTIND") ?? "1") || 1;
    let inside = shell.getoptsAt;
    const silent = spec.startsWith(":");
    const finish = (value: string, status: number): number => {
      if (status === 1 && shell.dialect === "ash") unset(shell, "OPTARG");
      assign(shell, "OPTIND", String(index));
      shell.getoptsAt = inside;
      if (!isName(name))
        throw shell.dialect === "bash"
          ? new ShellError(`\`${name}': not a valid identifier`, 1)
          : new ShellError(`${name}: bad variable name`);
      assign(shell, name, value);
      return status;
    };
    // dash and ash count a word as soon as they begin it, bash when it is done.
    const early = shell.dialect !== "bash";
    const word = words[index - (early && inside > 0 ? 2 : 1)];
    if (inside === 0) {
      if (word === undefined || !/^-./.test(word)) return finish("?", 1);
      if (word === "--") {
        index++;
        return finish("?", 1);
      }
      inside = 1;
      if (early) index++;
    }
    const letter = word?.[inside] ?? "";
    inside++;
    const wordEnds = inside >= (word?.length ?? 0);
    if (wordEnds) {
      if (!early) index++;
      inside = 0;
    }
    const at = letter === ":" ? -1 : spec.indexOf(letter);
    const tell = (text: string): void => {
      if (shell.dialect !== "bash") shell.output(2)?.write(`${text}\n`);
      else shell.output(2)?.write(`${shell.name}: ${text[0]?.toLowerCase()}${text.slice(1)}\n`);
    };
    if (at < 0) {
      if (silent) assign(shell, "OPTARG", letter);
      else {
        unset(shell, "OPTARG");
        tell(shell.dialect === "bash" ? `illegal option -- ${letter}` : `Illegal option -${letter}`);
      }
      return finish("?", 0);
    }
    if (spec[at + 1] !== ":") {
      if (shell.dialect === "bash") unset(shell, "OPTARG");
      else assign(shell, "OPTARG", "");
      return finish(letter, 0);
    }
    const argument = wordEnds ? words[index - 1] : word?.slice(inside);
    inside = 0;
    // A word that was counted when it began is not counted again when its rest is the argument.
    if (wordEnds || !early) index++;
    if (argument === undefined) {
      index--;
      if (silent) {
        assign(shell, "OPTARG", letter);
        return finish(":", 0);
      }
      unset(shell, "OPTARG");
      tell(
        shell.dialect === "bash"
          ? `option requires an argument -- ${letter}`
          : `No arg for -${letter} option`,
      );
      return finish("?", 0);
    }
    assign(shell, "OPTARG", argument);
    return finish(letter, 0);
  },
};
