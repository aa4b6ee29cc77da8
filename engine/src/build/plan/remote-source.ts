/** `git@host:path`, `git://…`, `ssh://…`, `https://….git#ref`. `github.com/a/b` could be a folder and counts as one. */
export function isGitSource(source: string): boolean {
  if (/^(?:ssh|git):\/\//i.test(source)) return true;
  if (/^https?:\/\//i.test(source)) return /^[^?#]*\.git(?:[?#]|$)/i.test(source);
  return !source.includes("://") && /^[a-zA-Z0-9_-]+@[a-zA-Z0-9.-]+:/.test(source);
}

export const isUrlSource = (source: string): boolean => /^https?:\/\//.test(source) && !isGitSource(source);
