import type { Shell } from "./shell.ts";
import { valueOf } from "./variables.ts";

/** What `dirs` prints: the home directory as `~`. */
export function shownStack(shell: Shell, long = false): readonly string[] {
  const home = valueOf(shell, "HOME") ?? "";
  return [shell.cwd, ...shell.folders].map((folder) =>
    !long && home !== "" && (folder === home || folder.startsWith(`${home}/`))
      ? `~${folder.slice(home.length)}`
      : folder,
  );
}
