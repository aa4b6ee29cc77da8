import type { Dialect, Shell } from "../interpreter/shell.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { join } from "../../vfs/path.ts";
import { valueOf } from "../interpreter/variables.ts";
import { findProgram } from "../start/find-program.ts";
import { reservedWords } from "../syntax/reserved-words.ts";

/** The file that the name would start; undefined where there is none. */
export const programPath = (shell: Shell, name: string): string | undefined => {
  // dash and ash: a path names whatever is there.
  if (shell.dialect !== "bash" && name.includes("/"))
    return typeof shell.process.files.stat(join(shell.cwd, name)) === "string" ? undefined : name;
  const found = findProgram(shell.process.files, shell.cwd, name, valueOf(shell, "PATH"));
  return typeof found === "string" ? undefined : name.includes("/") ? name : found.path;
};

/** Words that only bash, or bash and ash, read as grammar. */
const MORE: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  dash: new Set(),
  ash: new Set(["function"]),
  bash: new Set(["[[", "]]", "coproc", "function", "select", "time"]),
};

const isKeyword = (shell: Shell, name: string): boolean =>
  reservedWords.has(name) || MORE[shell.dialect].has(name);

/** bash knows aliases in scripts only with `shopt -s expand_aliases`. */
const expandsAliases = (shell: Shell): boolean =>
  shell.dialect !== "bash" || shell.options.has("expand_aliases");

/** What bash's `type -t` calls the name; undefined where nothing has it. */
export function kindOf(shell: Shell, name: string): string | undefined {
  if (expandsAliases(shell) && shell.aliases.has(name)) return "alias";
  if (isKeyword(shell, name)) return "keyword";
  if (shell.functions.has(name)) return "function";
  if (shell.interpreter.builtin(shell, name)) return "builtin";
  return programPath(shell, name) === undefined ? undefined : "file";
}

/** What `command -v` prints; undefined where nothing has the name. */
export function pathOf(shell: Shell, name: string): string | undefined {
  if (isKeyword(shell, name) || shell.functions.has(name) || shell.interpreter.builtin(shell, name))
    return name;
  const alias = expandsAliases(shell) ? shell.aliases.get(name) : undefined;
  return alias === undefined ? programPath(shell, name) : `alias ${name}='${alias}'`;
}

/** Prints what `type` says. @returns whether anything has the name */
export function describe(shell: Shell, name: string): boolean {
  const builtin = shell.interpreter.builtin(shell, name);
  const { dialect } = shell;
  const path = programPath(shell, name);
  const words = isKeyword(shell, name)
    ? "is a shell keyword"
    : expandsAliases(shell) && shell.aliases.has(name)
      ? `is an alias for ${shell.aliases.get(name)}`
      : shell.functions.has(name)
        ? dialect === "dash"
          ? "is a shell function"
          : "is a function"
        : builtin
          ? builtin.special && dialect !== "bash"
            ? "is a special shell builtin"
            : "is a shell builtin"
          : path !== undefined
            ? `is ${shell.hashed.has(name) ? (dialect === "bash" ? "hashed (" : "a tracked alias for ") : ""}${path}${shell.hashed.has(name) && dialect === "bash" ? ")" : ""}`
            : undefined;
  if (words === "is a function" && dialect === "bash")
    throw notSimulated(`what bash says of the function ${name}`, "bash would print it in its own layout");
  if (words !== undefined) {
    shell.print(`${name} ${words}\n`);
    return true;
  }
  if (dialect === "bash") shell.complain(`${name}: not found`);
  else shell.print(`${name}: not found\n`);
  return false;
}
