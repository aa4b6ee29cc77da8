import { ignores, parseExcludes } from "../../context/ignore.ts";
import { matchPath } from "../../context/match.ts";
import type { Directory } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import { clean, partsOf } from "../../vfs/path.ts";
import type { SourceEntry } from "../solve/step-inputs.ts";
import { isWildcard } from "./wildcard.ts";

/** Paths below `directory` whose parts match the pattern's, in walk order. Links on the way are not followed. */
function matches(directory: Directory, parts: readonly string[], at: string): SourceEntry[] {
  const [pattern, ...rest] = parts;
  if (pattern === undefined) return [];
  const found: SourceEntry[] = [];
  for (const name of [...directory.children.keys()].sort()) {
    const entry = directory.children.get(name);
    if (!entry || !matchPath(pattern, name)) continue;
    const path = at === "" ? name : `${at}/${name}`;
    if (rest.length === 0) found.push({ path, entry });
    else if (entry.kind === "directory") found.push(...matches(entry, rest, path));
  }
  return found;
}

/** Everything below a source but what `--exclude` names, one entry a file. */
function without(source: SourceEntry, exclude: readonly string[]): SourceEntry[] {
  const ignore = parseExcludes(exclude);
  const kept: SourceEntry[] = [];
  const walk = ({ path, entry }: SourceEntry, below: string): void => {
    if (below !== "" && ignores(ignore, below)) {
      if (entry.kind !== "directory") return;
    } else if (entry.kind !== "directory" || entry.children.size === 0) kept.push({ path, entry });
    if (entry.kind !== "directory") return;
    for (const name of [...entry.children.keys()].sort()) {
      const child = entry.children.get(name);
      if (child)
        walk(
          { path: path === "" ? name : `${path}/${name}`, entry: child },
          below === "" ? name : `${below}/${name}`,
        );
    }
  };
  walk(source, "");
  return kept;
}

/**
 * What stands at the sources of a COPY, ADD or bind mount; a link that is named is followed, inside the tree.
 *
 * @returns undefined where a source that is no pattern is missing.
 */
export function sourceEntries(
  tree: Directory,
  sources: readonly string[],
  exclude: readonly string[] = [],
): readonly SourceEntry[] | undefined {
  const files = new FileSystem(tree, () => 0);
  const found: SourceEntry[] = [];
  for (const source of sources) {
    const path = clean(`/${source}`).slice(1);
    if (isWildcard(source)) {
      found.push(...matches(tree, partsOf(path), ""));
      continue;
    }
    const entry = files.stat(`/${path}`);
    if (typeof entry === "string") return undefined;
    found.push({ path, entry });
  }
  return exclude.length === 0 ? found : found.flatMap((source) => without(source, exclude));
}
