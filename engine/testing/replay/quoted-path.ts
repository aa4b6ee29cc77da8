/** A path as one word of a line; quoted where it holds white space or begins like a quoted one. */
export const quotedPath = (path: string): string => (/^"|\s/.test(path) ? JSON.stringify(path) : path);

/** The first word of a line that `quotedPath` may have quoted, and what stands after it. */
export function takePath(line: string): { readonly path: string; readonly rest: string } {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(line);
  const word = quoted?.[0] ?? /^\S*/.exec(line)?.[0] ?? "";
  const path: unknown = quoted === null ? word : JSON.parse(word);
  return { path: String(path), rest: line.slice(word.length).trimStart() };
}
