import type { AptOptions } from "./apt-options.ts";
import type { AptSession } from "./apt-session.ts";

/** apt's question before it changes anything. @returns whether it may go on */
export function ask({ process, modern }: AptSession, { yes, no }: AptOptions): boolean {
  if (yes && !no) return true;
  process.stdout.write(modern ? "Continue? [Y/n] " : "Do you want to continue? [Y/n] ");
  const answer = no ? "n" : process.stdin.line();
  if (answer !== undefined && /^(y|yes|)\s*$/i.test(answer)) return true;
  process.stdout.write("Abort.\n");
  return false;
}
