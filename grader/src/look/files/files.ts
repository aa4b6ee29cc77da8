import { type Directory, type Entry, FileSystem, matchGlob } from "@drydock/engine";

const MAX_ENTRIES = 200_000;

/** Everything below a tree with its absolute path, parents first, names in code-unit order. */
function* walk(tree: Directory, prefix = ""): Generator<readonly [path: string, entry: Entry]> {
  let seen = 0;
  const todo: [string, Directory][] = [[prefix, tree]];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [at, directory] = next;
    const below: [string, Directory][] = [];
    for (const name of [...directory.children.keys()].sort()) {
      const entry = directory.children.get(name);
      if (!entry || ++seen > MAX_ENTRIES) continue;
      yield [`${at}/${name}`, entry];
      if (entry.kind === "directory") below.push([`${at}/${name}`, entry]);
    }
    todo.push(...below.reverse());
  }
}

const isGlob = (path: string): boolean => /[*?[\\]/.test(path);

/** What a path or glob names in a tree. A plain path follows symlinks, as opening it would; a glob looks at names. */
export function find(tree: Directory, path: string): { readonly path: string; readonly entry: Entry }[] {
  const wanted = path.length > 1 ? path.replace(/\/+$/, "") : path;
  if (isGlob(wanted)) {
    const out: { path: string; entry: Entry }[] = [];
    const fixed = fixedPart(wanted);
    const root = fixed === "" ? tree : at(tree, fixed);
    if (root?.kind !== "directory") return out;
    for (const [name, entry] of walk(root, fixed))
      if (matchGlob(wanted, name)) out.push({ path: name, entry });
    return out;
  }
  const files = new FileSystem(tree, () => 0);
  const entry = files.stat(wanted);
  return typeof entry === "string" ? [] : [{ path: wanted, entry }];
}

function at(tree: Directory, path: string): Entry | undefined {
  let here: Entry | undefined = tree;
  for (const part of path.split("/").filter(Boolean))
    here = here?.kind === "directory" ? here.children.get(part) : undefined;
  return here;
}

/** Folders in front of the first part that is a pattern: only below them must be searched. */
function fixedPart(glob: string): string {
  const parts = glob.split("/");
  const first = parts.findIndex(isGlob);
  return parts.slice(0, first).join("/");
}
