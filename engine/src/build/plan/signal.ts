/** Names without SIG that moby/sys knows on Linux; the real-time ones come as `RTMIN+3` and `RTMAX-2`. */
const NAMES: ReadonlySet<string> = new Set([
  "ABRT",
  "ALRM",
  "BUS",
  "CHLD",
  "CLD",
  "CONT",
  "FPE",
  "HUP",
  "ILL",
  "INT",
  "IO",
  "IOT",
  "KILL",
  "PIPE",
  "POLL",
  "PROF",
  "PWR",
  "QUIT",
  "SEGV",
  "STKFLT",
  "STOP",
  "SYS",
  "TERM",
  "TRAP",
  "TSTP",
  "TTIN",
  "TTOU",
  "URG",
  "USR1",
  "USR2",
  "VTALRM",
  "WINCH",
  "XCPU",
  "XFSZ",
]);

/** Is it a number but 0, or a signal's name with or without `SIG`, in any case? */
export function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text)) return Number(text) !== 0;
  const name = text.toUpperCase().replace(/^SIG/, "");
  if (NAMES.has(name) || name === "RTMIN" || name === "RTMAX") return true;
  const [, direction, distance] = /^RTM(IN\+|AX-)([1-9]\d?)$/.exec(name) ?? [];
  return direction !== undefined && Number(distance) <= (direction === "IN+" ? 15 : 14);
}
