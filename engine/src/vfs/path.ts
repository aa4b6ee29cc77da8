/** Parts of a path without empty ones and `.`; `..` is kept, since a symlink may stand before it. */
export function partsOf(path: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from <= path.length;) {
    const slash = path.indexOf("/", from);
    const to = slash < 0 ? path.length : slash;
    const part = path.slice(from, to);
    if (part !== "" && part !== ".") parts.push(part);
    from = to + 1;
  }
  return parts;
}

/** Cleans a path by its text alone, as Go's path.Clean does: `..` at the root stays at the root. */
export function clean(path: string): string {
  const absolute = path.startsWith("/");
  const out: string[] = [];
  for (const part of partsOf(path)) {
    if (part !== "..") out.push(part);
    else if (out.length > 0 && out.at(-1) !== "..") out.pop();
    else if (!absolute) out.push("..");
  }
  const text = out.join("/");
  return absolute ? `/${text}` : text || ".";
}

/** `path` seen from `directory`; an absolute path stands for itself. */
export const join = (directory: string, path: string): string =>
  clean(path.startsWith("/") ? path : `${directory}/${path}`);

export const dirname = (path: string): string => {
  const at = path.lastIndexOf("/");
  return at < 0 ? "." : at === 0 ? "/" : path.slice(0, at);
};

export const basename = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
