import { type Errno, strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { layAside } from "./account-locks.ts";
import { accounts, groups } from "./owner.ts";
import type { Process } from "../process.ts";
import { dirname } from "../../vfs/path.ts";

/** A user about to be added. */
export interface NewUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly gecos: string;
  readonly home: string;
  readonly shell: string;
  /** The hashed password; `!`: none that could ever match. */
  readonly password?: string;
  /** Fields of the shadow file after the last change of the password: `0:99999:7:::`. */
  readonly ageing?: string;
}

/** Days since 1970, as the shadow file counts. */
export const today = (process: Process): number => Math.floor(process.kernel.now() / 86_400_000);

const textOf = (process: Process, path: string): string | undefined => {
  const content = process.files.read(path);
  return typeof content === "string" ? undefined : content.text;
};

/** Changes a database line by line; a database that is not there stays away, unless `needed`. What it was is laid `aside`. */
export function editLines(
  process: Process,
  path: string,
  change: (lines: string[]) => string[],
  needed = false,
  aside = true,
): Errno | undefined {
  const text = textOf(process, path);
  if (text === undefined && !needed) return undefined;
  const lines = (text ?? "").split("\n").filter((line) => line !== "");
  const after = change(lines)
    .map((line) => `${line}\n`)
    .join("");
  if (after === text) return undefined;
  if (aside) layAside(process, path);
  return process.files.write(path, Content.of(after), 0o644);
}

export function addUser(process: Process, user: NewUser): Errno | undefined {
  const { name, uid, gid, gecos, home, shell, password = "!", ageing = "0:99999:7:::" } = user;
  const mark = process.files.exists("/etc/shadow") ? "x" : password;
  const errno = editLines(
    process,
    "/etc/passwd",
    (lines) => [...lines, `${name}:${mark}:${uid}:${gid}:${gecos}:${home}:${shell}`],
    true,
  );
  return (
    errno ??
    editLines(process, "/etc/shadow", (lines) => [
      ...lines,
      `${name}:${password}:${today(process)}:${ageing}`,
    ])
  );
}

/** Numbers that the user may give out in namespaces of its own, 65,536 from the first that nobody has (useradd(8), SUB_UID_MIN). */
export function addSubordinates(process: Process, name: string): void {
  for (const path of ["/etc/subuid", "/etc/subgid"])
    editLines(process, path, (lines) => [...lines, `${name}:${100_000 + lines.length * 65_536}:65536`]);
}

export function addGroup(process: Process, name: string, gid: number, password = "!"): Errno | undefined {
  // useradd writes it here where nobody keeps it elsewhere; busybox never does.
  const mark = password === "x" || process.files.exists("/etc/gshadow") ? "x" : password;
  const errno = editLines(process, "/etc/group", (lines) => [...lines, `${name}:${mark}:${gid}:`], true);
  return errno ?? editLines(process, "/etc/gshadow", (lines) => [...lines, `${name}:${password}::`]);
}

/** Makes a user a member of a group, once. */
export function addMember(process: Process, user: string, group: string): Errno | undefined {
  const join =
    (at: number) =>
    (lines: string[]): string[] =>
      lines.map((line) => {
        const fields = line.split(":");
        if (fields[0] !== group) return line;
        const members = (fields[at] ?? "").split(",").filter(Boolean);
        fields[at] = [...new Set([...members, user])].join(",");
        return fields.join(":");
      });
  return editLines(process, "/etc/group", join(3)) ?? editLines(process, "/etc/gshadow", join(3));
}

/** Takes a user out of one group. */
export function removeFromGroup(process: Process, user: string, group: string): void {
  for (const path of ["/etc/group", "/etc/gshadow"])
    editLines(process, path, (lines) =>
      lines.map((line) => {
        const fields = line.split(":");
        if (fields[0] !== group) return line;
        fields[3] = (fields[3] ?? "")
          .split(",")
          .filter((member) => member !== user)
          .join(",");
        return fields.join(":");
      }),
    );
}

/** Takes a user out of every database; its own group goes with it when nobody else is in it. */
export function removeUser(process: Process, name: string): Errno | undefined {
  const without = (lines: string[]): string[] => lines.filter((line) => line.split(":", 1)[0] !== name);
  const own = groups(process).find((group) => group.name === name);
  const errno = editLines(process, "/etc/passwd", without);
  if (errno) return errno;
  const isAlone =
    own?.members.every((member) => member === name) && !accounts(process).some(({ gid }) => gid === own.gid);
  editLines(process, "/etc/shadow", without);
  editLines(process, "/etc/subuid", without);
  editLines(process, "/etc/subgid", without);
  for (const path of ["/etc/group", "/etc/gshadow"]) {
    editLines(process, path, (lines) =>
      lines.map((line) => {
        const fields = line.split(":");
        fields[3] = (fields[3] ?? "")
          .split(",")
          .filter((member) => member !== name)
          .join(",");
        return fields.join(":");
      }),
    );
    if (own && isAlone) editLines(process, path, without);
  }
  return undefined;
}

/** The next free number: upwards after the highest in use, or for `down` the highest free one. */
export function freeId(
  used: readonly number[],
  low: number,
  high: number,
  way: "after" | "down" | "first",
): number {
  const taken = new Set(used);
  if (way === "down") {
    for (let id = high; id >= low; id--) if (!taken.has(id)) return id;
    return high;
  }
  if (way === "after") {
    const most = Math.max(low - 1, ...used.filter((id) => id >= low && id <= high));
    if (most < high) return most + 1;
  }
  for (let id = low; id <= high; id++) if (!taken.has(id)) return id;
  return high;
}

export const usedUids = (process: Process): number[] => accounts(process).map(({ uid }) => uid);
export const usedGids = (process: Process): number[] => groups(process).map(({ gid }) => gid);

/** Makes a home folder with its parents, and what /etc/skel holds. @returns the words of what went wrong */
export function makeHome(
  process: Process,
  user: NewUser,
  mode: number,
  model = "/etc/skel",
): string | undefined {
  const { files } = process;
  const parents: string[] = [];
  for (
    let path = dirname(user.home);
    path !== "/" && path !== "." && !files.exists(path);
    path = dirname(path)
  )
    parents.unshift(path);
  for (const path of parents) files.mkdir(path, 0o755);
  const errno = files.mkdir(user.home, mode);
  if (errno) return strerror[errno];
  files.chown(user.home, user.uid, user.gid);
  files.chmod(user.home, mode);
  const copy = (from: string, to: string): void => {
    const names = files.list(from);
    for (const name of typeof names === "string" ? [] : names) {
      const entry = files.lstat(`${from}/${name}`);
      if (typeof entry === "string") continue;
      if (entry.kind === "directory") {
        files.mkdir(`${to}/${name}`, entry.mode);
        copy(`${from}/${name}`, `${to}/${name}`);
      } else
        files.place(`${to}/${name}`, {
          ...entry,
          inode: { born: entry.inode.born },
          mtime: Math.floor(process.kernel.now() / 1000),
        });
      files.chown(`${to}/${name}`, user.uid, user.gid, false);
    }
  };
  copy(model, user.home);
  return undefined;
}
