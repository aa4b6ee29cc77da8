import { notSimulated } from "../../core/engine-error.ts";
import { complain } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";

/** Signals of Linux from 1 on (signal(7)). */
const NAMES =
  "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS".split(
    " ",
  );
const ALIASES: Readonly<Record<string, string>> = { POLL: "IO", CLD: "CHLD", IOT: "ABRT" };

/** Number of a signal that is named in any of the ways that kill takes. */
function numberOf(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word) <= 64 ? Number(word) : undefined;
  const plain = word.toUpperCase().replace(/^SIG/, "");
  const at = NAMES.indexOf(ALIASES[plain] ?? plain);
  return at < 0 ? undefined : at + 1;
}

function list(process: Process, flavour: Flavour, words: readonly string[]): number {
  if (words.length === 0) {
    if (flavour === "gnu") throw notSimulated("kill -l", "list all signals in columns");
    process.stdout.write(NAMES.map((name, i) => `${String(i + 1).padStart(2)} ${name}\n`).join(""));
    return 0;
  }
  for (const word of words) {
    const number = numberOf(word);
    if (number === undefined || (number & 0x7f) > NAMES.length)
      return complain(
        process,
        flavour,
        flavour === "gnu" ? `unknown signal name ${word}` : `unknown signal '${word}'`,
      );
    process.stdout.write(`${/^\d+$/.test(word) ? (NAMES[(number & 0x7f) - 1] ?? "EXIT") : number}\n`);
  }
  return 0;
}

/** The program. The shells have their own; whatever they started has ended by then, so nothing is there to be hit. */
export const kill: Program = {
  name: "kill",
  run(process, flavour) {
    const words = process.argv.slice(1);
    if (words[0] === "-l" || words[0] === "--list") return list(process, flavour, words.slice(1));
    let signal = "TERM";
    if (words[0] === "-s" || words[0] === "-n") [, signal = ""] = words.splice(0, 2);
    else if (words[0]?.startsWith("-") && words[0] !== "--") signal = words.shift()?.slice(1) ?? "";
    if (words[0] === "--") words.shift();
    if (numberOf(signal) === undefined) {
      if (flavour === "gnu") throw notSimulated(`kill -${signal}`, "refuse it and say how it is used");
      return complain(process, flavour, `bad signal name '${signal}'`);
    }
    if (words.length === 0) {
      if (flavour === "gnu") throw notSimulated("kill without a process", "say how it is used");
      return complain(process, flavour, "you need to specify whom to kill");
    }
    let status = 0;
    for (const word of words) {
      if (!/^-?\d+$/.test(word)) {
        status =
          flavour === "gnu"
            ? complain(process, flavour, `cannot find process "${word}"`)
            : complain(process, flavour, `invalid number '${word}'`);
        continue;
      }
      const there = [process.pid, ...process.kernel.inhabitants.map(({ pid }) => pid)];
      for (let one = process.parent; one; one = one.parent) there.push(one.pid);
      if (there.includes(Number(word))) {
        if (signal === "0") continue;
        throw notSimulated(`a signal to process ${word}`, `send it SIG${signal.replace(/^SIG/, "")}`);
      }
      status = complain(
        process,
        flavour,
        flavour === "gnu" ? `(${word}): No such process` : `can't kill pid ${word}: No such process`,
      );
    }
    return status;
  },
};
