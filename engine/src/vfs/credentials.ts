import type { Entry, Metadata } from "./entry.ts";

/** Who asks. uid 0 may do all. */
export interface Credentials {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

export const ROOT: Credentials = { uid: 0, gid: 0, groups: [0] };

export const READ = 4;
export const WRITE = 2;
/** Of a directory: pass through. Of a file: execute. */
export const SEARCH = 1;

/** POSIX permission bits; root needs one execute bit to run a file, and nothing else. */
export function may(
  { uid, gid, groups }: Credentials,
  entry: Metadata & Pick<Entry, "kind">,
  bits: number,
): boolean {
  if (uid === 0) return (bits & SEARCH) === 0 || entry.kind === "directory" || (entry.mode & 0o111) !== 0;
  const shift = entry.uid === uid ? 6 : entry.gid === gid || groups.includes(entry.gid) ? 3 : 0;
  return ((entry.mode >> shift) & bits) === bits;
}

export const owns = ({ uid }: Credentials, entry: Metadata): boolean => uid === 0 || entry.uid === uid;

/** May a name leave this directory? In a sticky one only the owner of the file or of the directory takes it away. */
export const mayRemove = (who: Credentials, directory: Metadata, entry: Metadata): boolean =>
  (directory.mode & 0o1000) === 0 || owns(who, entry) || owns(who, directory);
