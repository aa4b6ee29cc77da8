import { notSimulated } from "../../core/engine-error.ts";
import { answerPending } from "../interpreter/pending.ts";
import { namedJob } from "../interpreter/named-job.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Dialect, Shell } from "../interpreter/shell.ts";
import type { Builtin } from "./builtin.ts";
import { SIGNALS, signalOf } from "../signal.ts";

/** busybox speaks as its applet `kill`, without a line. */
function failure(
  shell: Shell,
  words: Readonly<Record<"dash" | "ash" | "bash", string>>,
  status?: number,
): never {
  if (shell.dialect === "ash") {
    shell.output(2)?.write(`${shell.applet}: ${words.ash}\n`);
    throw new ShellError("", 1);
  }
  throw new ShellError(words[shell.dialect], status ?? (shell.dialect === "dash" ? 2 : 1));
}

function usage(shell: Shell): never {
  if (shell.dialect === "bash") {
    shell
      .output(2)
      ?.write(
        "kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]\n",
      );
    throw new ShellError("", 2);
  }
  return failure(shell, {
    dash: "Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]",
    ash: "you need to specify whom to kill",
    bash: "",
  });
}

const REALTIME = 34;

/** Signals from 34 on: `RTMIN`, `RTMIN+1`, …, `RTMAX-1`, `RTMAX`. */
const realtime = (number: number): string => {
  const low = number - REALTIME;
  if (low <= 15) return low === 0 ? "RTMIN" : `RTMIN+${low}`;
  return number === 64 ? "RTMAX" : `RTMAX-${64 - number}`;
};

/** What `kill -l` lists: dash one below the other, ash with numbers, bash five in a row. */
function allSignals(dialect: Dialect): string {
  if (dialect === "ash")
    return SIGNALS.slice(1)
      .map((name, i) => `${String(i + 1).padStart(2)}) ${name === "IO" ? "POLL" : name}\n`)
      .join("");
  const numbers = Array.from({ length: 65 }, (_, i) => i);
  if (dialect === "dash")
    return numbers
      .map((i) => (i === 0 || i === 16 || i === 32 || i === 33 ? String(i) : (SIGNALS[i] ?? realtime(i))))
      .map((name) => `${name}\n`)
      .join("");
  const cells = numbers
    .filter((i) => i > 0 && i !== 32 && i !== 33)
    .map((i) => `${String(i).padStart(2)}) SIG${SIGNALS[i] ?? realtime(i)}`);
  return `${cells.map((cell, i) => cell + ((i + 1) % 5 === 0 ? "\n" : "\t")).join("")}\n`;
}

/** `kill -l 143` names the signal, `kill -l TERM` its number. */
function list(shell: Shell, words: readonly string[]): number {
  if (words.length === 0) {
    shell.print(allSignals(shell.dialect));
    return 0;
  }
  for (const word of words) {
    const number = Number(word);
    const isNone = shell.dialect === "dash" && number === 0;
    const name = /^\d+$/.test(word) && !isNone ? SIGNALS[number > 128 ? number - 128 : number] : undefined;
    const known = shell.dialect === "dash" ? undefined : signalOf(word, shell.dialect);
    if (name !== undefined) shell.print(`${name}\n`);
    else if (!/^\d/.test(word) && known !== undefined) shell.print(`${SIGNALS.indexOf(known)}\n`);
    else if (shell.dialect === "ash" && /^\d+$/.test(word))
      shell.print(`${SIGNALS[number & 0x7f] ?? number & 0x7f}\n`);
    else
      failure(shell, {
        dash: /^\d+$/.test(word)
          ? `invalid signal number or exit status: ${word}`
          : `Illegal number: ${word}`,
        ash: `unknown signal '${word}'`,
        bash: `${word}: invalid signal specification`,
      });
  }
  return 0;
}

/** The signal that `-9`, `-KILL`, `-s KILL` or `-n 9` asks for (TERM where none is named), and whom it is for. */
function read(shell: Shell, args: readonly string[]): { signal: string; whom: readonly string[] } {
  const [first = "", second] = args;
  if (!/^-./.test(first) || first === "--")
    return { signal: "TERM", whom: first === "--" ? args.slice(1) : args };
  const apart = first === "-s" || (first === "-n" && shell.dialect === "bash");
  const word = apart ? (second ?? "") : first.slice(1);
  const signal = signalOf(word, shell.dialect);
  if (signal === undefined)
    failure(shell, {
      dash: apart ? `invalid signal number or name: ${word}` : `Illegal option -${word.slice(0, 1)}`,
      ash: `bad signal name '${word}'`,
      bash: `${word}: invalid signal specification`,
    });
  return { signal: signal ?? "TERM", whom: args.slice(apart ? 2 : 1) };
}

/** `$$` of a subshell is the shell around it, which runs its trap when the subshell has ended. */
function toShell(shell: Shell, signal: string): void {
  if (signal === "EXIT") return;
  shell.root.pending.push(signal);
  if (shell === shell.root) answerPending(shell);
}

/** @returns whether the process was there */
function toProcess(shell: Shell, pid: number, signal: string): boolean {
  if (pid === shell.process.pid) {
    toShell(shell, signal);
    return true;
  }
  const job = shell.jobs.get(pid);
  const other = shell.kernel.shells.get(pid);
  if (job === undefined && other) {
    if (signal !== "EXIT") other(signal);
    return true;
  }
  if (job === undefined) return false;
  const now = shell.kernel.now();
  const left = job.until - now;
  if (job.status !== undefined && left <= 0) return false;
  if (signal === "EXIT" || job.heeds(signal) === "ignored") return true;
  if (job.status !== undefined && job.acted() <= now && job.heeds(signal) === undefined) {
    job.status = 128 + SIGNALS.indexOf(signal);
    job.until = now;
    job.ending = signal;
    job.silence();
    return true;
  }
  if (job.status !== undefined)
    throw notSimulated(
      `kill of a program that runs in the background for ${left} ms more`,
      "it would end early; here it has run to its end before",
    );
  job.status = job.signal(signal);
  job.until = now;
  if (job.status === 128 + SIGNALS.indexOf(signal)) job.ending = signal;
  return true;
}

/** Signals for the shell itself and for what it runs in the background. */
export const kill: Builtin = {
  name: "kill",
  run(shell, args) {
    if (args[0] === "-l" || args[0] === "-L") return list(shell, args.slice(1));
    const { signal, whom } = read(shell, args);
    if (whom.length === 0) usage(shell);
    let status = 0;
    for (const word of whom) {
      const job = word.startsWith("%") ? namedJob(shell, word) : undefined;
      if (word.startsWith("%") && job === undefined) {
        if (shell.dialect === "dash") throw new ShellError(`No such job: ${word}`);
        throw new ShellError(`${word}: no such job`, shell.dialect === "ash" ? 2 : 1);
      }
      if (job === undefined && !/^\d+$/.test(word))
        failure(shell, {
          dash: `Illegal number: ${word}`,
          ash: `invalid number '${word}'`,
          bash:
            word === "" ? "`': not a pid or valid job spec" : `${word}: arguments must be process or job IDs`,
        });
      // Without job control a job is no group of its own, and dash asks the kernel for a group.
      const noGroup = job !== undefined && shell.dialect === "dash" && !shell.controls;
      if (!noGroup && toProcess(shell, job ?? Number(word), signal)) continue;
      status = 1;
      if (shell.dialect === "bash") shell.complain(`(${word}) - No such process`);
      else if (shell.dialect === "ash")
        shell.output(2)?.write(`${shell.applet}: can't kill pid ${word}: No such process\n`);
      else shell.complain("No such process\n");
    }
    return status;
  },
};
