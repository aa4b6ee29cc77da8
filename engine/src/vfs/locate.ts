import { type Credentials, SEARCH, may } from "./credentials.ts";
import type { Directory, Entry } from "./entry.ts";
import type { Errno } from "./errno.ts";

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
  const chain: string[] = [];
  let here = root;
  let todo = path;
  let links = 0;
  for (let at = nextPart(todo, 0); at < todo.length;) {
    if (!may(who, here, SEARCH)) return "EACCES";
    const slash = todo.indexOf("/", at);
    const part = slash < 0 ? todo.slice(at) : todo.slice(at, slash);
    at = slash < 0 ? todo.length : nextPart(todo, slash + 1);
    if (part === "..") {
      chain.pop();
      here = directoryAt(root, chain);
      continue;
    }
    if (part.length > MAX_NAME) return "ENAMETOOLONG";
    const entry = here.children.get(part);
    const last = at >= todo.length;
    if (entry?.kind === "symlink" && (!last || followLast)) {
      if (++links > MAX_LINKS) return "ELOOP";
      if (entry.target.startsWith("/")) {
        chain.length = 0;
        here = root;
      }
      todo = last ? entry.target : `${entry.target}/${todo.slice(at)}`;
      at = nextPart(todo, 0);
      continue;
    }
    if (last) return { chain, name: part, entry };
    if (!entry) return "ENOENT";
    if (entry.kind !== "directory") return "ENOTDIR";
    chain.push(part);
    here = entry;
  }
  return { chain, name: chain.pop() ?? "", entry: here };
}

/** Where the next part begins that says something: slashes and `.` are passed over. */
function nextPart(path: string, from: number): number {
  let at = from;
  for (; at < path.length; at++) {
    if (path[at] === "/") continue;
    if (path[at] !== "." || (at + 1 < path.length && path[at + 1] !== "/")) break;
  }
  return at;
}

/** The directory at a chain that has been walked. */
export function directoryAt(root: Directory, chain: readonly string[]): Directory {
  let here = root;
  for (const part of chain) here = here.children.get(part) as Directory;
  return here;
}

/** The absolute path of a place, links resolved. */
export const pathOf = ({ chain, name }: Pick<Place, "chain" | "name">): string =>
  `/${name === "" ? chain.join("/") : [...chain, name].join("/")}`;
