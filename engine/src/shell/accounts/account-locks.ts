import { Content } from "../../vfs/content.ts";
import { type Entry, newInode } from "../../vfs/entry.ts";
import type { Process } from "../process.ts";

/** Databases that one run of a tool has laid aside already. */
const done = new WeakMap<Process, Set<string>>();

const fileAt = (process: Process, path: string): (Entry & { readonly kind: "file" }) | undefined => {
  const entry = process.files.stat(path);
  return typeof entry !== "string" && entry.kind === "file" ? entry : undefined;
};

/**
 * Keeps a database as it was before a tool changes it, as `passwd-` beside `passwd` (shadow, lib/commonio.c; busybox,
 * libbb/update_passwd.c). Of several changes of one run the first counts, until `nextTool`.
 */
export function layAside(process: Process, path: string): void {
  const seen = done.get(process) ?? new Set();
  done.set(process, seen);
  const entry = fileAt(process, path);
  if (!entry || seen.has(path)) return;
  seen.add(path);
  process.files.place(`${path}-`, { ...entry, inode: newInode(), links: 1 });
}

/** Debian's adduser starts one tool after the other, and each lays aside what it finds. */
export const nextTool = (process: Process): void => void done.delete(process);

/** The lock of Debian's adduser and deluser, which stays behind (adduser 3.134). */
export const lockAdduser = (process: Process): void =>
  void process.files.write("/run/adduser", Content.of(""), 0o644);

/**
 * Opens databases for writing, as shadow's tools do with all that they may change: they and the lock stand in the layer even where
 * nothing changed [measured on Docker 28.5.2 with Debian 12].
 */
export function openDatabases(process: Process, ...names: readonly string[]): void {
  for (const path of [...names.map((name) => `/etc/${name}`), "/etc/.pwd.lock"]) {
    const entry = fileAt(process, path);
    if (entry) process.files.place(path, { ...entry });
  }
  if (process.files.exists("/etc/login.defs") && !process.files.exists("/etc/.pwd.lock"))
    process.files.write("/etc/.pwd.lock", Content.of(""), 0o600);
}
