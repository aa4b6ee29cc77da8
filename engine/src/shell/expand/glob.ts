import { join } from "../../vfs/path.ts";
import type { Shell } from "../interpreter/shell.ts";
import { isPattern, matchesPattern, unquotePattern } from "./pattern.ts";

/** Paths that a pattern names, sorted; none where nothing matches. A leading dot must be written out. */
export function glob(shell: Shell, pattern: string): string[] {
  const { files } = shell.process;
  shell.kernel.flush();
  const parts = pattern.split(/(\/+)/);
  const dots = shell.options.has("dotglob");
  const fold = (text: string): string => (shell.options.has("nocaseglob") ? text.toLowerCase() : text);
  let found = [""];
  for (let i = 0; i < parts.length; i += 2) {
    const part = parts[i] ?? "";
    const slash = parts[i + 1] ?? "";
    const last = i + 2 >= parts.length;
    const next: string[] = [];
    for (const base of found) {
      shell.kernel.spend(1);
      if (part === "") {
        if (slash !== "" || base === "" || isDirectory(shell, base)) next.push(base + slash);
        continue;
      }
      if (!isPattern(part)) {
        const path = base + unquotePattern(part);
        if (typeof files.lstat(join(shell.cwd, path)) !== "string") next.push(path + slash);
        continue;
      }
      const names = files.list(join(shell.cwd, base || "."));
      if (typeof names === "string") continue;
      shell.kernel.spend(names.length);
      const all = part.startsWith(".") ? [".", "..", ...names] : names;
      for (const name of all) {
        if (
          name.startsWith(".") &&
          (!dots || name === "." || name === "..") &&
          !part.startsWith(".") &&
          !part.startsWith("\\.")
        )
          continue;
        if (!matchesPattern(fold(part), fold(name))) continue;
        if (slash !== "" && !isDirectory(shell, base + name)) continue;
        next.push(base + name + slash);
      }
    }
    found = next;
    if (last) break;
  }
  return found.filter((path) => path !== "").sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function isDirectory(shell: Shell, path: string): boolean {
  const entry = shell.process.files.stat(join(shell.cwd, path));
  return typeof entry !== "string" && entry.kind === "directory";
}
