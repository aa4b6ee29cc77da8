import { type Credentials, SEARCH, may } from "./credentials.ts";
import type { Directory, Entry } from "./entry.ts";
import type { Errno } from "./errno.ts";
import { partsOf } from "./path.ts";

/** Where a path ends: the directories that lead there, its name (`""` for the root), and what is there. */
export interface Place {
  readonly chain: readonly string[];
  readonly name: string;
  readonly entry: Entry | undefined;
}

const MAX_LINKS = 40;
const MAX_PATH = 4095;
const MAX_NAME = 255;

/** Can the path only mean a directory: does it end in `/` or `/.`? */
export const meansDirectory = (path: string): boolean => path.endsWith("/") || path.endsWith("/.");

/**
 * Walks a path. Every directory on the way must exist and be searchable; what the path names need not.
 * `..` goes up from where a link led. A last link is followed if `follow` is set or the path can only mean a directory.
 */
export function locate(root: Directory, path: string, follow: boolean, who: Credentials): Place | Errno {
  if (path.length > MAX_PATH) return "ENAMETOOLONG";
  const followLast = follow || meansDirectory(path);
  const todo = partsOf(path).reverse();
  const chain: string[] = [];
  const stack: Directory[] = [root];
  let links = 0;
  for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
    const here = stack.at(-1) ?? root;
    if (!may(who, here, SEARCH)) return "EACCES";
    if (part === "..") {
      if (chain.length > 0) {
        chain.pop();
        stack.pop();
      }
      continue;
    }
    if (part.length > MAX_NAME) return "ENAMETOOLONG";
    const entry = here.children.get(part);
    const last = todo.length === 0;
    if (entry?.kind === "symlink" && (!last || followLast)) {
      if (++links > MAX_LINKS) return "ELOOP";
      if (entry.target.startsWith("/")) {
        chain.length = 0;
        stack.length = 1;
      }
      todo.push(...partsOf(entry.target).reverse());
      continue;
    }
    if (last) return { chain, name: part, entry };
    if (!entry) return "ENOENT";
    if (entry.kind !== "directory") return "ENOTDIR";
    chain.push(part);
    stack.push(entry);
  }
  const entry = stack.at(-1) ?? root;
  return { chain, name: chain.pop() ?? "", entry };
}

/** The absolute path of a place, links resolved. */
export const pathOf = ({ chain, name }: Pick<Place, "chain" | "name">): string =>
  `/${name === "" ? chain.join("/") : [...chain, name].join("/")}`;
