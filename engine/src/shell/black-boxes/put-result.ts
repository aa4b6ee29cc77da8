import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { dirname, join } from "../../vfs/path.ts";
import { makeDirectories } from "../packages/python/make-directories.ts";
import type { Process } from "../process.ts";

/**
 * Writes what a compiler made. A folder, or a name that ends in a slash, takes it under `name`.
 * @returns the reason why it could not be written, as errno's words in lower case, and where
 */
export function putResult(
  process: Process,
  output: string,
  name: string,
  content: Content,
): { readonly path: string; readonly reason: string } | undefined {
  const { files } = process;
  const typed = join(process.cwd, output);
  const entry = files.stat(typed);
  const folder = output.endsWith("/") || (typeof entry !== "string" && entry.kind === "directory");
  const path = folder ? join(typed, name) : typed;
  const above = makeDirectories(files, dirname(path));
  const errno = above?.errno ?? (files.write(path, content, 0o755) || files.chmod(path, 0o755));
  return errno ? { path: above?.path ?? path, reason: strerror[errno].toLowerCase() } : undefined;
}
