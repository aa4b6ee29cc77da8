import type { FileState } from "@drydock/engine";
import { listed } from "../look/words/words.ts";

/* Anything that a person may have meant, and what nobody opens for them. */
const MEANT = /(?:docker|container)file[^/]*$/i;
const CLOSED = /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz|docx?|odt|pdf|pages|rtf)$/i;

/**
 * Why there may be no Dockerfile: one under another name or in a folder, an archive or a document in its place. `kept` are files that the
 * lesson itself has; they stand for nothing. Undefined where nothing tells.
 */
export function insteadOfDockerfile(files: FileState, kept: FileState, file: string): string | undefined {
  const own = Object.keys(files).filter((path) => !Object.hasOwn(kept, path));
  const plain = (paths: readonly string[]): string =>
    listed(
      paths.map((path) => JSON.stringify(path).slice(1, -1)),
      3,
    );
  const meant = own.filter((path) => MEANT.test(path) && !path.endsWith(".dockerignore"));
  if (meant.length > 0)
    return `${plain(meant)} ${meant.length === 1 ? "looks" : "look"} like one, but the ${file} has to lie at the top under its own name`;
  const closed = own.filter((path) => CLOSED.test(path));
  if (closed.length > 0) return `${plain(closed)} ${closed.length === 1 ? "was" : "were"} not opened`;
  return undefined;
}
