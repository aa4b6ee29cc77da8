import { concat, encode } from "../src/core/bytes.ts";
import { padding, tarHeader } from "../src/vfs/tar-header.ts";

/** A tar of files by name; `{ link }` is a symlink, a name that ends in `/` a folder. Names stand as they are given. */
export function tarOf(
  files: Readonly<Record<string, string | Uint8Array | { readonly link: string }>>,
): Uint8Array {
  const parts = Object.entries(files).flatMap(([name, what]) => {
    const common = { name, mode: 0o644, uid: 0, gid: 0, mtime: 0, size: 0 };
    if (typeof what === "object" && "link" in what)
      return [tarHeader({ ...common, type: "symlink", link: what.link })];
    if (name.endsWith("/")) return [tarHeader({ ...common, mode: 0o755, type: "directory" })];
    const bytes = typeof what === "string" ? encode(what) : what;
    return [tarHeader({ ...common, type: "file", size: bytes.length }), bytes, padding(bytes.length)];
  });
  return concat([...parts, new Uint8Array(1024)]);
}
