import { ShellError } from "../interpreter/jumps.ts";
import type { Dialect, Shell } from "../interpreter/shell.ts";
import type { Builtin } from "./builtin.ts";
import { bashQuoted, quoted } from "../text/quoted.ts";

const LETTERS: Readonly<Record<string, string>> = {
  a: "allexport",
  b: "notify",
  C: "noclobber",
  e: "errexit",
  f: "noglob",
  h: "hashall",
  I: "ignoreeof",
  m: "monitor",
  n: "noexec",
  u: "nounset",
  v: "verbose",
  x: "xtrace",
  E: "emacs",
  i: "interactive",
  s: "stdin",
  V: "vi",
};
/** Every option by its long name, in the order in which `set -o` shows them. */
const NAMES: Readonly<Record<Dialect, readonly string[]>> = {
  dash: "errexit noglob ignoreeof interactive monitor noexec stdin xtrace verbose vi emacs noclobber allexport notify nounset privileged nolog debug".split(
    " ",
  ),
  ash: "errexit noglob ignoreeof monitor noexec xtrace verbose noclobber allexport notify nounset errtrace vi pipefail".split(
    " ",
  ),
  bash: "allexport braceexpand emacs errexit errtrace functrace hashall histexpand history ignoreeof interactive-comments keyword monitor noclobber noexec noglob nolog notify nounset onecmd physical pipefail posix privileged verbose vi xtrace".split(
    " ",
  ),
};
/** On in bash from the start. */
const ALWAYS = new Set(["braceexpand", "hashall", "interactive-comments"]);

const USAGE = "set: usage: set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]";

/** What `set -o` and `set +o` print. */
function list(shell: Shell, on: boolean): void {
  const { dialect } = shell;
  const isOn = (name: string): boolean => shell.options.has(name) || (dialect === "bash" && ALWAYS.has(name));
  if (on && dialect === "dash") shell.print("Current option settings\n");
  for (const name of NAMES[dialect])
    shell.print(
      on
        ? `${dialect === "bash" ? `${name.padEnd(15)}\t` : name.padEnd(16)}${isOn(name) ? "on" : "off"}\n`
        : `set ${isOn(name) ? "-" : "+"}o ${name}\n`,
    );
}

const known = (shell: Shell, name: string): boolean => NAMES[shell.dialect].includes(name);

/** Sets or clears one option by its long name. */
function setOption(shell: Shell, name: string, on: boolean): boolean {
  if (!known(shell, name)) {
    if (shell.dialect === "bash") throw new ShellError(`${name}: invalid option name`, 2);
    if (shell.dialect === "dash") throw new ShellError(`Illegal option -o ${name}`);
    // busybox tells it and goes on.
    shell.complain(`illegal option ${on ? "-" : "+"}o ${name}`);
    return false;
  }
  if (on) shell.options.add(name);
  else shell.options.delete(name);
  return true;
}

/** The options of `set` and of the shell's own command line. @returns how many words they took; -1 where ash refused one */
export function takeOptions(shell: Shell, args: readonly string[]): number {
  let at = 0;
  for (; at < args.length; at++) {
    const word = args[at] ?? "";
    if (word === "--") return at + 1;
    if (word === "-") {
      shell.options.delete("xtrace");
      shell.options.delete("verbose");
      return at + 1;
    }
    if (!/^[-+]./.test(word)) return at;
    const on = word.startsWith("-");
    for (const letter of word.slice(1)) {
      if (letter === "o") {
        const name = args[++at];
        if (name === undefined) {
          list(shell, on);
          return at;
        }
        if (!setOption(shell, name, on)) return -1;
        continue;
      }
      const name = letter === "E" && shell.dialect === "bash" ? "errtrace" : LETTERS[letter];
      if (name === undefined) {
        if (shell.dialect === "bash" && "BHPTBkpt".includes(letter)) continue;
        if (shell.dialect === "bash") throw new ShellError(`-${letter}: invalid option\n${USAGE}`, 2);
        throw new ShellError(
          shell.dialect === "dash"
            ? `Illegal option -${letter}`
            : `illegal option ${on ? "-" : "+"}${letter}`,
        );
      }
      if (on) shell.options.add(name);
      else shell.options.delete(name);
    }
  }
  return at;
}

export const set: Builtin = {
  name: "set",
  special: true,
  run(shell, args) {
    if (args.length === 0) {
      const names = [...shell.variables.keys()].sort();
      for (const name of names) {
        const value = shell.variables.get(name)?.value;
        if (value !== undefined)
          shell.print(
            `${name}=${shell.dialect === "bash" && /^[\w@%+=:,./-]*$/.test(value) ? value : shell.dialect === "bash" ? bashQuoted(value) : quoted(value)}\n`,
          );
      }
      return 0;
    }
    const taken = takeOptions(shell, args);
    if (taken < 0) return 1;
    if (taken < args.length || args.includes("--")) shell.parameters = args.slice(taken);
    return 0;
  },
};
