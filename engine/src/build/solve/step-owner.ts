import { databaseLines } from "../../shell/start/image-user.ts";
import type { FileSystem } from "../../vfs/file-system.ts";

const NUMBER = /^\d+$/;

/**
 * Owner of what BuildKit itself makes for a USER: numbers as they are, one number for both; an unknown name is root
 * (recording build/copy/chown-unknown-fs). Undefined for no user at all.
 */
export function stepOwner(
  files: FileSystem,
  user: string,
): { readonly uid: number; readonly gid: number } | undefined {
  if (user === "") return undefined;
  const [name = "", group] = user.split(":", 2);
  const line = NUMBER.test(name)
    ? undefined
    : databaseLines(files, "/etc/passwd").find((fields) => fields[0] === name);
  const uid = NUMBER.test(name) ? Number(name) : Number(line?.[2] ?? 0);
  if (group === undefined) return { uid, gid: NUMBER.test(name) ? uid : Number(line?.[3] ?? 0) };
  // `--chown=app:` names a group without a name: root's.
  if (group === "") return { uid, gid: 0 };
  if (NUMBER.test(group)) return { uid, gid: Number(group) };
  const found = databaseLines(files, "/etc/group").find((fields) => fields[0] === group);
  return { uid, gid: Number(found?.[2] ?? line?.[3] ?? uid) };
}
