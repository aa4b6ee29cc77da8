import type { Shell } from "../interpreter/shell.ts";

/** What bash says of `break` and `continue` that stand in no loop; dash and ash say nothing. */
export function outsideLoop(shell: Shell): void {
  if (shell.dialect === "bash") shell.complain("only meaningful in a `for', `while', or `until' loop");
}
