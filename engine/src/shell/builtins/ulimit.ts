import { notSimulated } from "../../core/engine-error.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

/** Letters of the limits that each shell knows. */
const LETTERS = { dash: "tfdsmlpnvwr", ash: "fcdtsmlvnpuwier", bash: "bcdefiklmnpqrstuvxPRT" };
/** What Docker leaves without limit, and the stack's 8 MiB; the others are the machine's. */
const KNOWN: Readonly<Record<string, string>> = {
  f: "unlimited",
  t: "unlimited",
  d: "unlimited",
  m: "unlimited",
  v: "unlimited",
  s: "8192",
};

function refuse(shell: Shell, word: string): never {
  if (shell.dialect === "dash") throw new ShellError("bad number");
  if (shell.dialect === "bash") throw new ShellError(`${word}: invalid number`, 1);
  shell.output(2)?.write(`${shell.applet}: invalid number '${word}'\n`);
  throw new ShellError("", 1);
}

/** Shows a limit, or sets it: nothing in the simulation comes near to one, so that setting it is all there is to do. */
export const ulimit: Builtin = {
  name: "ulimit",
  run(shell, args) {
    const { options, rest } = optionsOf(shell, args, `SHa${LETTERS[shell.dialect]}`);
    const [letter = "f", ...more] = [...options.keys()].filter((one) => !"SH".includes(one));
    if (letter === "a" || more.length > 0)
      throw notSimulated("a list of limits", "the shell would show those of the machine");
    const [word] = rest;
    if (word === undefined) {
      const value = shell.limits.get(letter) ?? givenLimit(shell, letter, options.has("H")) ?? KNOWN[letter];
      if (value === undefined)
        throw notSimulated(`ulimit -${letter}`, "the shell would show a limit of the machine");
      shell.print(`${value}\n`);
      return 0;
    }
    if (word !== "unlimited" && !/^\d+$/.test(word)) refuse(shell, word);
    shell.limits.set(letter, word);
    return 0;
  },
};

/** What a letter asks for, by setrlimit(2)'s name in small letters; `u` is busybox's and bash's, `p` dash's. */
const NAMES: Readonly<Record<string, string>> = {
  c: "core",
  d: "data",
  e: "nice",
  f: "fsize",
  i: "sigpending",
  l: "memlock",
  m: "rss",
  n: "nofile",
  q: "msgqueue",
  r: "rtprio",
  s: "stack",
  t: "cpu",
  u: "nproc",
};

/** A limit that the container was given, in the shell's units: blocks of files, KiB of memory. */
function givenLimit(shell: Shell, letter: string, hard: boolean): string | undefined {
  const name = shell.dialect !== "bash" && letter === "p" ? "nproc" : NAMES[letter];
  const pair = shell.process.kernel.allowances.limits.get(name ?? "");
  const value = pair?.[hard ? 1 : 0];
  if (value === undefined) return undefined;
  if (value < 0) return "unlimited";
  const unit = /[cf]/.test(letter)
    ? shell.dialect === "bash"
      ? 1024
      : 512
    : /[dlmqs]/.test(letter)
      ? 1024
      : 1;
  return String(Math.floor(value / unit));
}
