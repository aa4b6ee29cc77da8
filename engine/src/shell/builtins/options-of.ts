import { ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";

/** What bash prints after a wrong option: its `help -s`, without the builtin's name. */
const USAGE: Readonly<Record<string, string>> = {
  ".": "filename [arguments]",
  alias: "[-p] [name[=value] ... ]",
  cd: "[-L|[-P [-e]] [-@]] [dir]",
  command: "[-pVv] command [arg ...]",
  dirs: "[-clpv] [+N] [-N]",
  eval: "[arg ...]",
  exec: "[-cl] [-a name] [command [argument ...]] [redirection ...]",
  export: "[-fn] [name[=value] ...] or export -p",
  getopts: "optstring name [arg ...]",
  hash: "[-lr] [-p pathname] [-dt] [name ...]",
  jobs: "[-lnprs] [jobspec ...] or jobs -x command [args]",
  printf: "[-v var] format [arguments]",
  pwd: "[-LP]",
  read: "[-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]",
  readonly: "[-aAf] [name[=value] ...] or readonly -p",
  shopt: "[-pqsu] [-o] [optname ...]",
  source: "filename [arguments]",
  times: "",
  trap: "[-lp] [[arg] signal_spec ...]",
  type: "[-afptP] name [name ...]",
  umask: "[-p] [-S] [mode]",
  unalias: "[-a] name [name ...]",
  unset: "[-f] [-v] [-n] [name ...]",
  wait: "[-fn] [-p var] [id ...]",
};

/** The options of a builtin, and the words after them. */
export interface Given {
  /** By letter, with the option's argument; empty for an option that takes none. */
  readonly options: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

/**
 * Reads the options of a builtin, up to `--` or a word that is none; a letter before `:` takes an argument.
 * @throws {ShellError} in the dialect's words
 */
export function optionsOf(shell: Shell, args: readonly string[], allowed: string): Given {
  const { dialect } = shell;
  const name = shell.builtin ?? "";
  const options = new Map<string, string>();
  const fail = (words: string, dash: string): ShellError =>
    new ShellError(
      dialect === "bash"
        ? `${words}\n${name}: usage: ${name}${USAGE[name] ? ` ${USAGE[name]}` : ""}`
        : dialect === "dash"
          ? dash
          : dash.replace(/^./, (first) => first.toLowerCase()),
      2,
    );
  let at = 0;
  for (; at < args.length; at++) {
    const word = args[at] ?? "";
    if (!/^-./.test(word)) break;
    if (word === "--") {
      at++;
      break;
    }
    for (let i = 1; i < word.length; i++) {
      const letter = word[i] ?? "";
      const place = letter === ":" ? -1 : allowed.indexOf(letter);
      if (place < 0) throw fail(`-${letter}: invalid option`, `Illegal option -${letter}`);
      if (allowed[place + 1] !== ":") {
        options.set(letter, "");
        continue;
      }
      const value = i + 1 < word.length ? word.slice(i + 1) : args[++at];
      if (value === undefined)
        throw fail(`-${letter}: option requires an argument`, `No arg for -${letter} option`);
      options.set(letter, value);
      break;
    }
  }
  return { options, rest: args.slice(at) };
}
