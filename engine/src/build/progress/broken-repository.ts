import type { Directory } from "../../vfs/entry.ts";

/**
 * Is there a `.git` in the context that git would not take for a repository? One has a HEAD, objects and refs
 * (gitrepository-layout(5)).
 */
export function brokenRepository(context: Directory): boolean {
  const git = context.children.get(".git");
  return git?.kind === "directory" && !["HEAD", "objects", "refs"].every((name) => git.children.has(name));
}
