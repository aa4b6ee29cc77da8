import { shown } from "./marked-lines.ts";
import { quotedPath } from "./quoted-path.ts";
import type { ExpectedImage, HistoryRow, ImageFacts, LayerMember } from "./transcript.ts";

/** What an image must be, one fact a line: its base, author, config, history and the members of its layers. */
export function writeImage({ reference, expected }: ImageFacts): string[] {
  if (expected === undefined) return [`= ${reference} missing`];
  return [`= ${reference}`, ...facts(expected).map((line) => `  ${line}`)];
}

function facts({ base, author, config, history, layers }: ExpectedImage): string[] {
  return [
    ...(base === undefined ? [] : [`base ${base}`]),
    ...(author === undefined ? [] : [`author ${author}`]),
    ...Object.entries(config).map(([name, value]) => `config ${name} ${JSON.stringify(value)}`),
    ...history.map((row) => `history ${writeRow(row)}`),
    ...layers.flatMap((layer) => {
      if (layer === undefined) return ["layer that varies"];
      const { digest, members } = layer;
      return [
        `layer${digest === undefined ? "" : ` ${digest}`}`,
        ...members.map((member) => `  ${writeMember(member)}`),
      ];
    }),
  ];
}

/** What nearly every row of a history says of itself. */
export const BUILDKIT = "buildkit.dockerfile.v0";

function writeRow({ createdBy, comment, empty }: HistoryRow): string {
  const said = comment === BUILDKIT ? "" : `(comment ${JSON.stringify(comment)}) `;
  return `${empty ? "(no layer) " : ""}${said}${shown(createdBy).replaceAll("\n", "\u240a")}`;
}

function writeMember({ type, mode, uid, gid, old, path, link, content }: LayerMember): string {
  const words = [type, mode, `${uid}:${gid}`, old ? "old" : "new", quotedPath(path)];
  if (link !== undefined) words.push("->", quotedPath(link));
  if (content !== undefined)
    words.push("text" in content ? JSON.stringify(content.text) : `${content.size} ${content.sha256}`);
  return words.join(" ");
}
