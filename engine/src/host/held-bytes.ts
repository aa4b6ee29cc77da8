import type { Content } from "../vfs/content.ts";
import type { Directory, Entry } from "../vfs/entry.ts";
import type { HostState } from "./host-state.ts";

/** All file trees of a state. */
function* treesOf({ files, daemon }: HostState): Generator<Directory> {
  yield files;
  for (const { tree, life } of daemon.containers) {
    yield tree;
    for (const one of life?.trees ?? []) yield one.tree;
  }
  for (const { tree, layers } of daemon.images) {
    yield tree;
    for (const { upper } of layers) yield upper;
  }
  for (const { tree } of daemon.cache.results()) yield tree;
  for (const { tree } of daemon.volumes.values()) yield tree;
  yield* daemon.exported.values();
}

/** Bytes of files that states hold together; what they share counts once. */
export function heldBytes(states: readonly HostState[]): number {
  const seen = new Set<Entry | Content>();
  let bytes = 0;
  const walk = (entry: Entry): void => {
    if (seen.has(entry)) return;
    seen.add(entry);
    if (entry.kind === "directory") for (const child of entry.children.values()) walk(child);
    else if (entry.kind === "file" && !seen.has(entry.content)) {
      seen.add(entry.content);
      bytes += entry.content.bytes?.length ?? 0;
    }
  };
  for (const state of states) for (const tree of treesOf(state)) walk(tree);
  return bytes;
}
