import type { Content } from "./content.ts";

/** What stays the same while a file is edited or moved. Two names with one inode are hard links. */
export interface Inode {
  readonly born: number;
}

export interface Metadata {
  /** Permission bits, with setuid, setgid and sticky: 0 to 0o7777. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds since 1970, simulated. */
  readonly mtime: number;
}

export interface File extends Metadata {
  readonly kind: "file";
  readonly inode: Inode;
  readonly content: Content;
  /** Names in the tree that share the inode. */
  readonly links: number;
}

export interface Directory extends Metadata {
  readonly kind: "directory";
  readonly inode: Inode;
  readonly children: ReadonlyMap<string, Entry>;
  /** Files below that are counted and not listed. */
  readonly bulk?: { readonly files: number; readonly bytes: number } | undefined;
}

export interface Symlink extends Metadata {
  readonly kind: "symlink";
  readonly inode: Inode;
  readonly target: string;
}

/** `/dev/null` and its kind: `name` says what it does. */
export interface Device extends Metadata {
  readonly kind: "device";
  readonly inode: Inode;
  readonly name:
    | "null"
    | "zero"
    | "full"
    | "random"
    | "urandom"
    | "tty"
    | "ptmx"
    | "stdin"
    | "stdout"
    | "stderr";
}

/** One node of a file tree. Never changed once it is part of a snapshot. */
export type Entry = File | Directory | Symlink | Device;

let births = 0;
/** A new inode. The number only tells them apart; nothing that is shown depends on it. */
export const newInode = (): Inode => ({ born: births++ });
