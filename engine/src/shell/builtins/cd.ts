import { strerror } from "../../vfs/errno.ts";
import { clean, join } from "../../vfs/path.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";
import { declare, valueOf } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

function failed(shell: Shell, target: string, errno: keyof typeof strerror): ShellError {
  if (shell.dialect === "bash") return new ShellError(`${target}: ${strerror[errno]}`, 1);
  if (shell.dialect === "ash") return new ShellError(`can't cd to ${target}: ${strerror[errno]}`, 2);
  return new ShellError(`can't cd to ${target}`, 2);
}

/** The folder that `CDPATH` leads to (POSIX cd); undefined where the name is looked up from here, as without it. */
function throughPath(shell: Shell, target: string): string | undefined {
  const folders = valueOf(shell, "CDPATH");
  if (!folders || target === "" || /^\.{0,2}(\/|$)/.test(target)) return undefined;
  for (const folder of folders.split(":")) {
    const path = join(join(shell.cwd, folder), target);
    const entry = shell.process.files.stat(path);
    if (typeof entry !== "string" && entry.kind === "directory")
      return folder === "" || folder === "." ? undefined : path;
  }
  return undefined;
}

export const cd: Builtin = {
  name: "cd",
  run(shell, args) {
    const { options, rest: words } = optionsOf(shell, args, shell.dialect === "bash" ? "LPe@" : "LP");
    const back = words[0] === "-";
    const target = back ? valueOf(shell, "OLDPWD") : (words[0] ?? valueOf(shell, "HOME"));
    if (shell.dialect === "bash" && words.length > 1) throw new ShellError("too many arguments", 1);
    if (target === undefined) {
      if (shell.dialect === "bash") throw new ShellError(`${back ? "OLDPWD" : "HOME"} not set`, 1);
      if (back) shell.print(`${shell.cwd}\n`);
      return 0;
    }
    const { files } = shell.process;
    const physical = [...options.keys()].findLast((letter) => "LP".includes(letter)) === "P";
    const through = throughPath(shell, target);
    const raw = through ?? (target.startsWith("/") ? target : `${shell.cwd}/${target}`);
    const found = target === "" ? shell.cwd : clean(raw);
    const entry = files.stat(found);
    if (typeof entry === "string") throw failed(shell, target, entry);
    if (entry.kind !== "directory") throw failed(shell, target, "ENOTDIR");
    if (!files.access(found, 1)) throw failed(shell, target, "EACCES");
    const real = physical ? files.realpath(raw) : { path: found };
    if (typeof real === "string") throw failed(shell, target, real);
    Object.assign(declare(shell, "OLDPWD"), {
      value: shell.cwd,
      exported: true,
    });
    shell.cwd = real.path;
    Object.assign(declare(shell, "PWD"), { value: real.path, exported: true });
    if (back || through !== undefined) shell.print(`${real.path}\n`);
    return 0;
  },
};
