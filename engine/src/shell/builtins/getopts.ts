import { ShellError } from "../interpreter/jumps.ts";
import { assign, unset, valueOf } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";

export const getopts: Builtin = {
  name: "getopts",
  run(shell, [spec, name, ...own]) {
    if (spec === undefined || name === undefined)
      throw new ShellError(
        shell.dialect === "bash"
          ? "usage: getopts optstring name [arg ...]"
          : shell.dialect === "ash"
            ? "usage: getopts optstring var [arg]"
            : "Usage: getopts optstring var [arg...]",
      );
    const args = own.length > 0 ? own : shell.parameters;
    let index = Number(valueOf(shell, "OPTIND") ?? "1") || 1;
    let inside = shell.getoptsAt;
    const silent = spec.startsWith(":");
    const finish = (value: string, status: number): number => {
      assign(shell, "OPTIND", String(index));
      shell.getoptsAt = inside;
      assign(shell, name, value);
      return status;
    };
    const word = args[index - 1];
    if (inside === 0) {
      if (word === undefined || !/^-./.test(word)) return finish("?", 1);
      if (word === "--") {
        index++;
        return finish("?", 1);
      }
      inside = 1;
    }
    const letter = word?.[inside] ?? "";
    inside++;
    const wordEnds = inside >= (word?.length ?? 0);
    if (wordEnds) {
      index++;
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
    const argument = wordEnds ? args[index - 1] : word?.slice(inside);
    inside = 0;
    index++;
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
