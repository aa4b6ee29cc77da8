import { quotedPath, takePath } from "./quoted-path.ts";
import type { BaseEntry } from "./recorded-base.ts";

const MODES = { file: "0644", dir: "0755", symlink: "0777", hardlink: "0644", char: "0666" } as const;

/** `name size`, `name/`, `name -> target`, `name = path of the same file`, `name char`; then mode and owner where they are not the usual. */
export function writeBaseEntry(name: string, { type, mode, uid, gid, size, link = "" }: BaseEntry): string {
  const what = {
    file: ` ${size}`,
    dir: "/",
    symlink: ` -> ${quotedPath(link)}`,
    hardlink: ` = ${quotedPath(link)}`,
    char: " char",
  }[type];
  const owner = uid === 0 && gid === 0 ? "" : ` ${uid}:${gid}`;
  return `${quotedPath(name)}${what}${mode === MODES[type] && owner === "" ? "" : ` ${mode}${owner}`}`;
}

export function readBaseEntry(line: string): { readonly name: string; readonly entry: BaseEntry } {
  const { path, rest } = takePath(line);
  // A quoted folder has its slash outside the quotes.
  const type =
    path.endsWith("/") || rest.startsWith("/")
      ? "dir"
      : rest.startsWith("-> ")
        ? "symlink"
        : rest.startsWith("= ")
          ? "hardlink"
          : rest.startsWith("char")
            ? "char"
            : "file";
  const { path: link, rest: after } =
    type === "symlink" || type === "hardlink"
      ? takePath(rest.replace(/^\S+ /, ""))
      : { path: undefined, rest };
  const words = after.split(" ").filter((word) => word !== "" && word !== "char" && word !== "/");
  const size = type === "file" ? Number(words.shift()) : 0;
  const [mode = MODES[type], owner = "0:0"] = words;
  const [uid = 0, gid = 0] = owner.split(":").map(Number);
  return {
    name: path.replace(/\/$/, ""),
    entry: { type, mode, uid, gid, size, mtime: "EPOCH", ...(link === undefined ? {} : { link }) },
  };
}
