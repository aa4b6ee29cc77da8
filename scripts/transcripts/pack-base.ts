import { writeBaseEntry } from "../../engine/testing/replay/base-entry.ts";
import type { BaseEntry, PackedBase } from "../../engine/testing/replay/recorded-base.ts";

/** A base image as the recorder wrote it. */
export interface BaseRecording {
  readonly ref: string;
  readonly Id: string;
  readonly Size: number;
  readonly RootFS: readonly string[];
  readonly config_blob: object;
  readonly entries: Readonly<Record<string, BaseEntry>>;
}

/** Packs a base; told over another one, it holds only what differs. */
export function packBase(
  base: BaseRecording,
  references: readonly string[],
  over?: { readonly name: string; readonly base: BaseRecording },
): PackedBase {
  const under = over === undefined ? new Map<string, string>() : lines(over.base);
  const own = lines(base);
  const folders: Record<string, string[]> = {};
  const texts: Record<string, string> = {};
  for (const [path, line] of own) {
    const { text } = base.entries[path] ?? {};
    if (under.get(path) === line && text === undefined) continue;
    (folders[folderOf(path)] ??= []).push(line);
    if (text !== undefined) texts[path] = text;
  }
  const gone = [...under.keys()].filter((path) => !own.has(path));
  const { Id: id, Size: size, RootFS, config_blob: config } = base;
  return {
    references,
    id,
    size,
    diffId: RootFS[0] ?? id,
    config,
    ...(over === undefined ? {} : { over: over.name, gone }),
    folders,
    texts,
  };
}

const lines = ({ entries }: BaseRecording): Map<string, string> =>
  new Map(
    Object.entries(entries).map(([path, entry]) => [
      path,
      writeBaseEntry(path.slice(path.lastIndexOf("/") + 1), entry),
    ]),
  );

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
