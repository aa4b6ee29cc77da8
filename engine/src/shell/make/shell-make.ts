import { strerror } from "../../vfs/errno.ts";
import type { Process, SpawnOptions } from "../process.ts";
import { SIGNALS } from "../signal.ts";

/** With one of these a shell is needed, and so for the words that only a shell knows (job.c, `construct_command_argv_internal`). */
const SHELL_SIGNS = /[#;"*?[\]&|<>(){}$`^~!\\'\n=]/;
const SHELL_WORDS = new Set(
  ". : alias bg break case cd command continue eval exec exit export fc fg for getopts hash if jobs login logout read readonly return set shift test times trap type ulimit umask unalias unset wait while".split(
    " ",
  ),
);

/** Runs a line of a recipe: by itself where it is a plain command, else by the shell. */
export function runLine(
  process: Process,
  command: string,
  shell: string,
  options: SpawnOptions,
): { readonly status: number; readonly signal?: string | undefined } {
  const plain = command.trim().split(/\s+/);
  const [name = ""] = plain;
  if (shell === "/bin/sh" && !SHELL_SIGNS.test(command) && !SHELL_WORDS.has(name)) {
    const result = process.start(plain, options);
    if (typeof result === "number") return ended(result);
    if (result.errno === "ENOEXEC") return ended(process.spawn([shell, ...plain], options));
    process.stderr.write(`${process.argv[0] ?? "make"}: ${name}: ${strerror[result.errno]}\n`);
    return { status: 127 };
  }
  return ended(process.spawn([shell, "-c", command], options));
}

const WORDS: Readonly<Record<string, string>> = {
  KILL: "Killed",
  TERM: "Terminated",
  HUP: "Hangup",
  SEGV: "Segmentation fault",
};

function ended(status: number): { readonly status: number; readonly signal?: string | undefined } {
  return { status, signal: status > 128 ? WORDS[SIGNALS[status - 128] ?? ""] : undefined };
}
