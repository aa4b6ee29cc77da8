import { notSimulated } from "../core/engine-error.ts";
import { strerror } from "../vfs/errno.ts";
import type { Process, Program } from "./process.ts";

/** A first process that starts one command, hands signals on and ends as it ends. */
export const initProgram = (
  name: string,
  /** Options without a value, and those that take the next word. */
  options: {
    readonly flags: RegExp;
    readonly values?: RegExp;
    /** The one whose value is a status of the command that counts as 0. */
    readonly forgiven?: string;
  },
  /** What it says where it is told no command. */
  usage: (process: Process) => number,
  /** How it says that the command cannot be started. */
  refuse: (process: Process, command: string, why: string, missing: boolean) => number,
): Program => ({
  name,
  run(process) {
    const words = process.argv.slice(1);
    const good = new Set<number>();
    while (words[0]?.startsWith("-")) {
      const word = words.shift() ?? "";
      if (word === "--") break;
      if (options.values?.test(word)) {
        const value = words.shift();
        if (word === options.forgiven) good.add(Number(value));
      } else if (!options.flags.test(word)) throw notSimulated(`${name} ${word}`, "do what that option says");
    }
    const [command] = words;
    if (command === undefined) return usage(process);
    if (process.pid === process.kernel.hearer) process.kernel.handOn();
    const status = process.start(words);
    if (typeof status === "number") return good.has(status) ? 0 : status;
    // execvp hands a script without #! to the shell.
    if (status.errno === "ENOEXEC") return process.spawn(words, {});
    return refuse(process, command, strerror[status.errno], status.errno === "ENOENT");
  },
});
