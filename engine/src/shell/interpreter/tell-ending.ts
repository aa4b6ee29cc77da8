import type { Shell } from "./shell.ts";

/** What strsignal(3) calls the signals that end a program. */
const WORDS: Readonly<Record<string, string>> = {
  HUP: "Hangup",
  QUIT: "Quit",
  ILL: "Illegal instruction",
  TRAP: "Trace/breakpoint trap",
  ABRT: "Aborted",
  BUS: "Bus error",
  FPE: "Floating point exception",
  KILL: "Killed",
  USR1: "User defined signal 1",
  SEGV: "Segmentation fault",
  USR2: "User defined signal 2",
  ALRM: "Alarm clock",
  TERM: "Terminated",
  STKFLT: "Stack fault",
  XCPU: "CPU time limit exceeded",
  XFSZ: "File size limit exceeded",
  VTALRM: "Virtual timer expired",
  PROF: "Profiling timer expired",
  IO: "I/O possible",
  PWR: "Power failure",
  SYS: "Bad system call",
};
/** What bash calls the signal that ended a job; undefined for those of which nobody speaks. */
export const endingWords = (signal: string): string | undefined => WORDS[signal];

/** Columns before the command in what bash says. */
const COLUMN = 24;

/**
 * Says that a signal ended a program: dash and ash in one word, bash with where it was started, its number and its text, and
 * nothing but the word for SIGTERM. Nobody speaks of SIGINT and SIGPIPE.
 */
export function tellEnding(shell: Shell, signal: string, text: string, pid?: number): void {
  const words = WORDS[signal];
  if (words === undefined) return;
  if (shell.dialect !== "bash") return shell.output(2)?.write(`${words}\n`);
  if (shell.isSubshell) return;
  if (signal === "TERM") return pid === undefined ? undefined : shell.output(2)?.write(`${words}\n`);
  const number = String(pid ?? shell.background ?? 0).padStart(5);
  const { builtin } = shell;
  shell.builtin = undefined;
  shell.complain(`${number} ${words.padEnd(COLUMN)}${text}`);
  shell.builtin = builtin;
}
