import type { Entry, Metadata } from "./entry.ts";

/** Who asks. uid 0 may do all but what was taken away. */
export interface Credentials {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
  /** Capabilities that root lacks, without `CAP_`; undefined: none. */
  readonly lacks?: ReadonlySet<string> | undefined;
}

export const ROOT: Credentials = { uid: 0, gid: 0, groups: [0] };

export const READ = 4;
export const WRITE = 2;
/** Of a directory: pass through. Of a file: execute. */
export const SEARCH = 1;

/** Has root's power of that name, without `CAP_` (capabilities(7)). */
export const isCapable = ({ uid, lacks }: Credentials, capability: string): boolean =>
  uid === 0 && lacks?.has(capability) !== true;

/** POSIX permission bits; root needs one execute bit to run a file, and nothing else. */
export function may(who: Credentials, entry: Metadata & Pick<Entry, "kind">, bits: number): boolean {
  const { uid, gid, groups } = who;
  if (isCapable(who, "DAC_OVERRIDE"))
    return (bits & SEARCH) === 0 || entry.kind === "directory" || (entry.mode & 0o111) !== 0;
  const shift = entry.uid === uid ? 6 : entry.gid === gid || groups.includes(entry.gid) ? 3 : 0;
  return ((entry.mode >> shift) & bits) === bits;
}

export const owns = (who: Credentials, entry: Metadata): boolean =>
  isCapable(who, "FOWNER") || entry.uid === who.uid;

/** May a name leave this directory? In a sticky one only the owner of the file or of the directory takes it away. */
export const mayRemove = (who: Credentials, directory: Metadata, entry: Metadata): boolean =>
  (directory.mode & 0o1000) === 0 || owns(who, entry) || owns(who, directory);
