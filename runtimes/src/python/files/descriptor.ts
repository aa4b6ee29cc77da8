import type { Device } from "@drydock/engine";
import type { Stat } from "../machine/stat-record.ts";
import type { OpenFile, OpenFileState } from "./open-file.ts";

/** One name of an open folder, as `getdents` gives it. */
export interface FolderEntry {
  readonly name: string;
  readonly inode: number;
  /** DT_DIR 4, DT_REG 8, DT_LNK 10, DT_CHR 2 */
  readonly type: number;
  /** Where the next one begins. */
  readonly next: number;
}

interface OpenFolder {
  readonly kind: "folder";
  readonly path: string;
  readonly entries: readonly FolderEntry[];
  /** Index of the next entry. */
  at: number;
}

interface OpenDevice {
  readonly kind: "device";
  readonly name: Device["name"];
  readonly stat: Stat;
}

/** What a file descriptor stands for. */
export type Descriptor = { readonly kind: "file"; readonly file: OpenFile } | OpenFolder | OpenDevice;

/** The same as a value. */
export type DescriptorState =
  | { readonly kind: "file"; readonly file: OpenFileState }
  | Readonly<OpenFolder>
  | OpenDevice;
