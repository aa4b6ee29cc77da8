import { strerror } from "../../vfs/errno.ts";
import { join } from "../../vfs/path.ts";
import { returned } from "../interpreter/debug-traps.ts";
import { Return, ShellError } from "../interpreter/jumps.ts";
import { opener, standardOf } from "../interpreter/redirect.ts";
import type { Shell } from "../interpreter/shell.ts";
import { valueOf } from "../interpreter/variables.ts";
import { readText } from "../streams/open-file.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

/** A name without a slash is looked for in PATH; bash looks in the working directory too. */
function find(shell: Shell, name: string): string | undefined {
  if (name.includes("/")) return name;
  const folders = (valueOf(shell, "PATH") ?? "").split(":");
  if (shell.dialect === "bash") folders.push(shell.cwd);
  return folders
    .map((folder) => join(shell.cwd, `${folder || "."}/${name}`))
    .find((path) => {
      const entry = shell.process.files.stat(path);
      return typeof entry !== "string" && entry.kind === "file";
    });
}

/** Runs a file in this shell. */
export function sourceFile(shell: Shell, args: readonly string[]): number {
  const [name, ...rest] = optionsOf(shell, args, "").rest;
  if (name === undefined) {
    if (shell.dialect === "bash")
      throw new ShellError("filename argument required\n.: usage: . filename [arguments]", 2);
    return shell.dialect === "ash" ? 2 : 0;
  }
  const path = find(shell, name);
  if (path === undefined) {
    if (shell.dialect === "bash") {
      shell.builtin = undefined;
      throw new ShellError(`${name}: ${strerror.ENOENT}`, 1);
    }
    throw new ShellError(shell.dialect === "dash" ? `${name}: not found` : `${name}: not found`, 2);
  }
  const read = readText(opener(shell), path, standardOf(shell));
  if (typeof read === "string") {
    // dash and ash open a folder like a file, and find nothing to read in it.
    if (read === "EISDIR" && shell.dialect !== "bash") return 0;
    if (shell.dialect === "dash")
      throw new ShellError(`cannot open ${name}: ${read === "ENOENT" ? "No such file" : strerror[read]}`);
    if (shell.dialect === "ash") throw new ShellError(`can't open '${name}': ${strerror[read]}`);
    if (read === "EISDIR") throw new ShellError(`${name}: is a directory`, 1);
    shell.builtin = undefined;
    throw new ShellError(`${name}: ${strerror[read]}`, 1);
  }
  const { parameters, builtin, sourced, fromFile, errorName, tested } = shell;
  // In dash and ash `set -e` counts in the file, also behind `if` or before `||` (`dotcmd` begins anew).
  if (shell.dialect !== "bash") shell.tested = 0;
  // A file of the working directory keeps its plain name.
  if (shell.dialect === "bash")
    shell.errorName = name.includes("/") || path !== join(shell.cwd, name) ? path : name;
  shell.scripts.push(shell.errorName);
  if (rest.length > 0 && shell.dialect !== "dash") shell.parameters = [...rest];
  shell.builtin = shell.dialect === "bash" ? undefined : name;
  shell.fromFile = true;
  shell.sourced = sourced + 1;
  try {
    return returned(shell, () => shell.interpreter.text(shell, read.text, 1));
  } catch (jump) {
    if (jump instanceof Return) return jump.status;
    throw jump;
  } finally {
    shell.scripts.pop();
    if (rest.length > 0 && shell.dialect !== "dash") shell.parameters = parameters;
    shell.builtin = builtin;
    shell.fromFile = fromFile;
    shell.errorName = errorName;
    shell.sourced = sourced;
    shell.tested = tested;
  }
}

export const dot: Builtin = { name: ".", special: true, run: sourceFile };
