import type { LineCursor } from "./line-cursor.ts";
import { takePath } from "./quoted-path.ts";
import type { PlacedFile } from "./transcript.ts";

const INDENT = "  ";

/** Reads `path [mode]`, `path -> target`, `path folder`, `path base64` or `path tar[.gz] [uid:gid]`, and the indented lines below. */
export function readPlacedFile(cursor: LineCursor, from: number): { path: string; file: PlacedFile } {
  const { path, rest } = takePath(cursor.next().slice(from));
  if (rest.startsWith("-> ")) return { path, file: { kind: "link", target: rest.slice(3) } };
  const words = rest.split(" ").filter((word) => word !== "");
  const mode = words.find((word) => /^[0-7]{3,4}$/.test(word));
  const own = mode === undefined ? {} : { mode };
  const [kind = ""] = words;
  if (kind === "folder") return { path, file: { kind, ...own } };
  if (kind === "base64")
    return { path, file: { kind, base64: cursor.text(INDENT).replaceAll("\n", ""), ...own } };
  if (kind !== "tar" && kind !== "tar.gz")
    return { path, file: { kind: "text", text: cursor.text(INDENT), ...own } };
  const [uid = 0, gid = 0] = (words[1] ?? "0:0").split(":").map(Number);
  const members = cursor
    .text(INDENT)
    .split("\n")
    .filter((line) => line !== "")
    .map(member);
  return { path, file: { kind: "tar", members, uid, gid, gzip: kind === "tar.gz" } };
}

function member(line: string): readonly [string, string] {
  const { path, rest } = takePath(line);
  const text: unknown = rest === "" ? "" : JSON.parse(rest);
  return [path, String(text)];
}
