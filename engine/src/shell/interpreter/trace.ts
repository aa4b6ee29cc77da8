import { expandQuoted } from "../expand/word.ts";
import type { Output } from "../process.ts";
import type { Shell } from "./shell.ts";
import { valueOf } from "./variables.ts";
import { reservedWords } from "../syntax/reserved-words.ts";

/** A word as busybox ash and bash show it under `set -x`: quoted where it would not read back. */
function shown(shell: Shell, word: string): string {
  if (shell.dialect === "dash") return word;
  if (shell.dialect === "ash" && (word === "" || reservedWords.has(word)))
    return word === "" ? "" : `'${word}'`;
  const plain = shell.dialect === "ash" ? /^[A-Za-z0-9_\-+./:,@%^\]}{~!#]+$/ : /^[A-Za-z0-9_\-+./:,@%=]+$/;
  return plain.test(word) ? word : `'${word.replaceAll("'", shell.dialect === "ash" ? `'"'"'` : "'\\''")}'`;
}

function promptOf(shell: Shell): string {
  const prompt = expandQuoted(shell, valueOf(shell, "PS4") ?? "+ ");
  return shell.dialect === "bash" ? prompt.slice(0, 1).repeat(shell.substitutions) + prompt : prompt;
}

/** What bash alone shows of the commands that are made of others: `for i in a b`, `case x in`. */
export function traceHead(shell: Shell, words: readonly string[]): void {
  if (shell.dialect !== "bash" || !shell.options.has("xtrace")) return;
  shell.output(2)?.write(`${promptOf(shell)}${words.join(" ")}\n`);
}

/** The line that `set -x` prints before a command runs, to the standard error that the shell has without its redirections. */
export function trace(
  shell: Shell,
  assignments: readonly (readonly [string, string])[],
  argv: readonly string[],
  errors: Output | undefined,
): void {
  if (!shell.options.has("xtrace")) return;
  const prompt = promptOf(shell);
  const words = [
    ...assignments.map(
      ([name, value]) => `${name}=${value === "" || shell.dialect === "dash" ? value : shown(shell, value)}`,
    ),
    ...argv.map((word) => shown(shell, word)),
  ];
  if (shell.dialect === "bash" && argv.length > 0) {
    for (const word of words.slice(0, assignments.length)) errors?.write(`${prompt}${word}\n`);
    words.splice(0, assignments.length);
  }
  if (words.length > 0) errors?.write(`${prompt}${words.join(" ")}\n`);
}
