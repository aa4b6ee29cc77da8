import { checked } from "./checked.ts";
import { ShellError } from "./jumps.ts";
import { withRedirects } from "./redirect.ts";
import type { Shell } from "./shell.ts";

/** A compound command with redirections: where one fails, the command is not run. */
export function redirected(
  shell: Shell,
  redirects: Parameters<typeof withRedirects>[1],
  body: () => number,
  isSubshell = false,
): number {
  let inside = false;
  try {
    return withRedirects(shell, redirects, () => {
      inside = true;
      return body();
    });
  } catch (error) {
    if (inside || !(error instanceof ShellError) || error.fatal) throw error;
    shell.complain(error.message);
    // In ash the subshell itself opens the files, and its errors are 2.
    return checked(shell, isSubshell && shell.dialect === "ash" ? 2 : error.status);
  }
}
