import type { LineCursor } from "./line-cursor.ts";
import { plain } from "./marked-lines.ts";
import { takePath } from "./quoted-path.ts";
import { BUILDKIT } from "./write-image.ts";
import type { ExpectedImage, HistoryRow, ImageFacts, LayerMember } from "./transcript.ts";

/** Reads an `=` block; see `writeImage` for its lines. */
export function readImage(cursor: LineCursor): Omit<ImageFacts, "known"> {
  const [, reference = "", missing] = /^= (\S+)( missing)?$/.exec(cursor.next()) ?? [];
  if (missing !== undefined) return { kind: "image", reference };
  const image: Draft = { config: {}, history: [], layers: [] };
  for (const line of cursor.lines("  ")) {
    if (line.startsWith("  ")) image.layers.at(-1)?.members.push(member(line.trimStart(), cursor));
    else fact(image, line, cursor);
  }
  return { kind: "image", reference, expected: image };
}

interface Draft extends ExpectedImage {
  base?: string;
  author?: string;
  readonly config: Record<string, unknown>;
  readonly history: HistoryRow[];
  readonly layers: ({ digest?: string; readonly members: LayerMember[] } | undefined)[];
}

function fact(image: Draft, line: string, cursor: LineCursor): void {
  const { path: word, rest } = takePath(line);
  if (word === "base") image.base = rest;
  else if (word === "author") image.author = rest;
  else if (word === "config") {
    const { path: name, rest: value } = takePath(rest);
    image.config[name] = JSON.parse(value);
  } else if (word === "history") image.history.push(historyRow(rest));
  else if (/^layer(?: sha256:\w+)?$/.test(line))
    image.layers.push({ ...(rest === "" ? {} : { digest: rest }), members: [] });
  else if (line === "layer that varies") image.layers.push(undefined);
  else cursor.fail(`not a fact of an image (${line})`);
}

function historyRow(line: string): HistoryRow {
  const [, empty, comment, createdBy = ""] =
    /^(\(no layer\) )?(?:\(comment ("(?:[^"\\]|\\.)*")\) )?(.*)$/.exec(line) ?? [];
  const said: unknown = comment === undefined ? BUILDKIT : JSON.parse(comment);
  return { createdBy: plain(createdBy), comment: String(said), empty: empty !== undefined };
}

const TYPES: readonly LayerMember["type"][] = ["file", "dir", "symlink", "hardlink", "char"];

function member(line: string, cursor: LineCursor): LayerMember {
  const [, word, mode = "", uid, gid, age, after = ""] =
    /^(\w+) ([0-7]+) (\d+):(\d+) (old|new) (.*)$/.exec(line) ?? [];
  const type = TYPES.find((one) => one === word);
  if (type === undefined) return cursor.fail(`not a member of a layer (${line})`);
  const { path, rest } = takePath(after);
  const own = { type, mode, uid: Number(uid), gid: Number(gid), old: age === "old", path };
  const { path: link, rest: content } = rest.startsWith("-> ")
    ? takePath(rest.slice(3))
    : { path: undefined, rest };
  return { ...own, ...(link === undefined ? {} : { link }), ...contentOf(content) };
}

function contentOf(words: string): Pick<LayerMember, "content"> {
  if (words.startsWith('"')) return { content: { text: takePath(words).path } };
  const [size, sha256] = words.split(" ");
  return sha256 === undefined ? {} : { content: { size: Number(size), sha256 } };
}
