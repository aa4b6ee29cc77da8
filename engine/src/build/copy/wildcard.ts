/** Does Go's filepath.Match see a pattern in it? A backslash takes the meaning of the next character away. */
export const isWildcard = (path: string): boolean => /[*?[]/.test(path.replaceAll(/\\./gs, ""));
