import type { FileSystem } from "../../../vfs/file-system.ts";
import { dirname, join } from "../../../vfs/path.ts";
import type { Installed } from "./installed.ts";

/** Removes a folder with all that is in it. */
function removeTree(files: FileSystem, path: string): void {
  const entry = files.lstat(path);
  if (typeof entry === "string") return;
  if (entry.kind !== "directory") return void files.unlink(path);
  for (const name of entry.children.keys()) removeTree(files, `${path}/${name}`);
  // What is only counted goes with the folder: an empty one takes its place first.
  files.place(path, { ...entry, children: new Map(), bulk: undefined });
  files.rmdir(path);
}

/** Removes what RECORD lists. @returns the paths as pip prints them with `-v`, folders of modules as `name/*`. */
export function uninstall(files: FileSystem, it: Installed): string[] {
  const content = files.read(`${it.site}/${it.info}/RECORD`);
  const removed: string[] = [];
  for (const line of (typeof content === "string" ? "" : (content.text ?? "")).split("\n")) {
    const name = line.slice(0, line.indexOf(","));
    if (name === "" || name.startsWith(it.info)) continue;
    const path = join(it.site, name);
    if (name.endsWith("/__init__.py")) {
      removeTree(files, dirname(path));
      removed.push(`${dirname(path)}/*`);
    } else {
      files.unlink(path);
      removed.push(path);
    }
  }
  removeTree(files, `${it.site}/${it.info}`);
  return [`${it.site}/${it.info}/*`, ...removed].sort();
}
