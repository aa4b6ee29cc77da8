import { ignores, parseExcludes } from "../../context/ignore.ts";
import type { Entry, Inode, Metadata } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { type ChangeMode, parseMode } from "./copy-mode.ts";
import type { CopyStep } from "../plan/plan.ts";
import { stepOwner } from "../solve/step-owner.ts";

/** What the flags of a COPY or ADD, and where it copies from, mean for each file. */
export interface CopyOptions {
  /** Undefined: files keep theirs. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  /** Of a context, owners are not sent. */
  readonly ownerless: boolean;
  readonly changeMode: ChangeMode | undefined;
  /** Is the path, relative to its source, left out by `--exclude`? */
  excludes(path: string): boolean;
  readonly hasExcludes: boolean;
  /** Where the first name of a file with several names went; the others become links to it. One map a source. */
  readonly tied: Map<Inode, string>;
}

export function copyOptions(step: CopyStep, image: FileSystem): CopyOptions | { readonly error: string } {
  // A flag whose variable is empty is as good as none (`--chmod=$UNSET`).
  const changeMode = step.chmod ? parseMode(step.chmod) : undefined;
  if (changeMode === null) {
    return {
      error: `invalid chmod parameter: '${step.chmod}'. it should be octal string and between 0 and 07777`,
    };
  }
  const { exclude } = step.instruction;
  const ignore = parseExcludes(exclude);
  if (ignore.error !== undefined) return { error: ignore.error };
  return {
    owner: step.chown ? stepOwner(image, step.chown) : undefined,
    ownerless: step.from.kind === "context",
    changeMode,
    excludes: (path) => exclude.length > 0 && ignores(ignore, path),
    hasExcludes: exclude.length > 0,
    tied: new Map(),
  };
}

/** Mode, owner and time of a copy: mode bits and mtime are kept, links keep their mode. */
export function metadataOf(entry: Entry, { owner, ownerless, changeMode }: CopyOptions): Metadata {
  const mode =
    changeMode && entry.kind !== "symlink"
      ? changeMode.apply(entry.mode, entry.kind === "directory")
      : entry.mode;
  const { uid, gid } = owner ?? (ownerless ? { uid: 0, gid: 0 } : entry);
  return { mode, uid, gid, mtime: entry.mtime };
}
