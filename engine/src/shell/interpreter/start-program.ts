import { strerror } from "../../vfs/errno.ts";
import { findProgram } from "../start/find-program.ts";
import { standardOf } from "./redirect.ts";
import { tellEnding } from "./tell-ending.ts";
import type { Shell } from "./shell.ts";

/** Starts a program and says why it could not be. `replace`: in the place of the shell. */
export function startProgram(
  shell: Shell,
  argv: readonly string[],
  env: ReadonlyMap<string, string>,
  replace = false,
  /** The command as it was written. */
  text: string = argv.join(" "),
): number {
  const [name = ""] = argv;
  shell.kernel.spend(4);
  const world = { env, cwd: shell.cwd, umask: shell.umask, ...standardOf(shell), replace, tells: true };
  const result = shell.process.start(argv, world);
  if (typeof result === "number") {
    const ending = replace ? undefined : shell.kernel.takeEnding();
    if (ending !== undefined) tellEnding(shell, ending, text, shell.kernel.lastPid);
    if (!name.includes("/")) shell.hashed.set(name, (shell.hashed.get(name) ?? 0) + 1);
    return result;
  }
  if (result.errno === "ENOEXEC" && result.path) {
    const script = shell.process.start(
      [shellPath(shell), name.includes("/") ? name : result.path, ...argv.slice(1)],
      world,
    );
    return typeof script === "number" ? script : 126;
  }
  const missing = result.errno === "ENOENT";
  const { dialect } = shell;
  const words = missing
    ? dialect === "bash" && !name.includes("/")
      ? shell.builtin === "exec"
        ? "not found"
        : "command not found"
      : dialect === "bash"
        ? strerror.ENOENT
        : "not found"
    : result.errno === "ENOEXEC"
      ? "Exec format error"
      : dialect === "bash" && isDirectory(shell, name)
        ? "Is a directory"
        : strerror[result.errno];
  if (dialect === "bash" && shell.builtin === "exec" && name.includes("/")) {
    // The system call that failed speaks first and of the whole path, then the builtin.
    const path = name.startsWith("/") ? name : `${shell.cwd}/${name.replace(/^\.\//, "")}`;
    shell.builtin = undefined;
    shell.complain(`${path}: ${words}`);
    shell.builtin = "exec";
    if (!missing) shell.complain(`${path}: cannot execute: ${words}`);
  } else shell.complain(`${name}: ${name === "" && dialect !== "bash" ? "Permission denied" : words}`);
  return missing ? 127 : 126;
}

function isDirectory(shell: Shell, name: string): boolean {
  const entry = shell.process.files.stat(name.startsWith("/") ? name : `${shell.cwd}/${name}`);
  return typeof entry !== "string" && entry.kind === "directory";
}

function shellPath(shell: Shell): string {
  const found = findProgram(shell.process.files, shell.cwd, "/bin/sh", undefined);
  return typeof found === "string" ? shell.name : "/bin/sh";
}
