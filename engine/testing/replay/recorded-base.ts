/** A base image of the recordings: its config and every file of its one layer. `oracle.ts` makes an image of it. */
export interface RecordedBase {
  readonly refs: readonly string[];
  readonly id: string;
  readonly size: number;
  readonly config: object;
  readonly layers: readonly {
    readonly diffId: string;
    readonly entries: Readonly<Record<string, BaseEntry>>;
  }[];
}

export interface BaseEntry {
  readonly type: "file" | "dir" | "symlink" | "hardlink" | "char";
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly link?: string;
  readonly text?: string;
  readonly mtime: "EPOCH";
}

/** The same as a file of `testing/bases`: entries by folder, one short line each, see `writeBaseEntry`. */
export interface PackedBase {
  readonly references: readonly string[];
  readonly id: string;
  readonly size: number;
  readonly diffId: string;
  readonly config: object;
  /** Another base, most of whose files this one has too; only what differs is told. */
  readonly over?: string;
  /** Paths of that other base that are not here. */
  readonly gone?: readonly string[];
  readonly folders: Readonly<Record<string, readonly string[]>>;
  /** Content by path, where it was recorded. */
  readonly texts: Readonly<Record<string, string>>;
}
