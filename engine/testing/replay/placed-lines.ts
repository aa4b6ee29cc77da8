import { markedLines } from "./marked-lines.ts";
import { quotedPath } from "./quoted-path.ts";
import type { PlacedFile } from "./transcript.ts";

const INDENT = "  ";

/** The lines of a file under a mark (`+ ` or another); see `readPlacedFile`. */
export const placedLines = (mark: string, path: string, file: PlacedFile): string[] => [
  `${mark}${quotedPath(path)}${header(file)}`,
  ...body(file),
];

function header(file: PlacedFile): string {
  if (file.kind === "link") return ` -> ${file.target}`;
  if (file.kind === "tar") {
    const owner = file.uid === 0 && file.gid === 0 ? "" : ` ${file.uid}:${file.gid}`;
    return `${file.gzip ? " tar.gz" : " tar"}${owner}`;
  }
  const kind = file.kind === "text" ? "" : ` ${file.kind}`;
  return `${kind}${file.mode === undefined ? "" : ` ${file.mode}`}`;
}

function body(file: PlacedFile): string[] {
  if (file.kind === "text") return markedLines(INDENT, file.text);
  if (file.kind === "base64") return (file.base64.match(/.{1,76}/g) ?? []).map((line) => INDENT + line);
  if (file.kind !== "tar") return [];
  return file.members.map(
    ([name, text]) => `${INDENT}${quotedPath(name)}${name.endsWith("/") ? "" : ` ${JSON.stringify(text)}`}`,
  );
}
