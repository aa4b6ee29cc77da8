import type { Dialect } from "./interpreter/shell.ts";

/** Names of the signals by number (signal(7)); 0 is the end of the shell. */
export const SIGNALS: readonly string[] = [
  "EXIT",
  "HUP",
  "INT",
  "QUIT",
  "ILL",
  "TRAP",
  "ABRT",
  "BUS",
  "FPE",
  "KILL",
  "USR1",
  "SEGV",
  "USR2",
  "PIPE",
  "ALRM",
  "TERM",
  "STKFLT",
  "CHLD",
  "CONT",
  "STOP",
  "TSTP",
  "TTIN",
  "TTOU",
  "URG",
  "XCPU",
  "XFSZ",
  "VTALRM",
  "PROF",
  "WINCH",
  "IO",
  "PWR",
  "SYS",
];

/** `TERM` of `15`, `term` or (not in dash) `SIGTERM`; undefined where it is no signal. */
export function signalOf(word: string, dialect: Dialect): string | undefined {
  if (/^\d+$/.test(word)) return SIGNALS[Number(word)];
  const name = word.toUpperCase();
  const plain = dialect === "dash" ? name : name.replace(/^SIG/, "");
  return SIGNALS.includes(plain) ? plain : undefined;
}
