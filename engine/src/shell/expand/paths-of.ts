import type { FileSystem } from "../../vfs/file-system.ts";
import { join } from "../../vfs/path.ts";
import type { Kernel } from "../process.ts";
import { isPattern, matchesPattern, unquotePattern } from "./pattern.ts";

/** Where names are looked for. */
interface Place {
  readonly files: FileSystem;
  readonly kernel: Kernel;
  readonly cwd: string;
}

interface How {
  /** Names with a leading dot fit as any other. */
  readonly dots?: boolean | undefined;
  /** `.` and `..` match no pattern. */
  readonly skipDots?: boolean | undefined;
  readonly ignoreCase?: boolean | undefined;
  readonly extended?: boolean | undefined;
  /** `**` stands for any number of folders; what is behind links is not looked at. */
  readonly globstar?: boolean | undefined;
}

/** Paths that a pattern names, sorted; none where nothing matches. A leading dot must be written out. */
export function pathsOf({ files, kernel, cwd }: Place, pattern: string, how: How = {}): string[] {
  kernel.flush();
  const parts = pattern.split(/(\/+)/);
  const fold = (text: string): string => (how.ignoreCase ? text.toLowerCase() : text);
  const isDirectory = (path: string): boolean => {
    const entry = files.stat(join(cwd, path));
    return typeof entry !== "string" && entry.kind === "directory";
  };
  /** The folder itself and all below it, with the files where `**` comes last. */
  const below = (base: string, isLast: boolean): string[] => {
    const names = files.list(join(cwd, base || "."));
    if (typeof names === "string") return [];
    kernel.spend(1 + names.length);
    const inner = names.flatMap((name) => {
      if (name.startsWith(".") && !how.dots) return [];
      const entry = files.lstat(join(cwd, base + name));
      const isFolder = typeof entry !== "string" && entry.kind === "directory";
      if (!isFolder) return isLast ? [base + name] : [];
      const rest = below(`${base}${name}/`, isLast);
      return isLast ? [base + name, ...rest.filter((one) => one !== `${base}${name}/`)] : rest;
    });
    return isLast ? [...(base === "" ? [] : [base]), ...inner] : [base, ...inner];
  };
  let found = [""];
  for (let i = 0; i < parts.length; i += 2) {
    const part = parts[i] ?? "";
    const slash = parts[i + 1] ?? "";
    const last = i + 2 >= parts.length;
    const next: string[] = [];
    for (const base of found) {
      kernel.spend(1);
      if (part === "") {
        if (slash !== "" || base === "" || isDirectory(base)) next.push(base + slash);
        continue;
      }
      if (how.globstar && part === "**") {
        next.push(...below(base, last));
        continue;
      }
      if (!isPattern(part, how.extended)) {
        const path = base + unquotePattern(part);
        if (typeof files.lstat(join(cwd, path)) !== "string") next.push(path + slash);
        continue;
      }
      const names = files.list(join(cwd, base || "."));
      if (typeof names === "string") continue;
      kernel.spend(names.length);
      const all = part.startsWith(".") && !how.skipDots ? [".", "..", ...names] : names;
      for (const name of all) {
        if (
          name.startsWith(".") &&
          (!how.dots || name === "." || name === "..") &&
          !part.startsWith(".") &&
          !part.startsWith("\\.")
        )
          continue;
        if (!matchesPattern(fold(part), fold(name), { extended: how.extended ?? false })) continue;
        if (slash !== "" && !isDirectory(base + name)) continue;
        next.push(base + name + slash);
      }
    }
    found = next;
    if (last) break;
  }
  return found.filter((path) => path !== "").sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
