export interface Hunk {
  /** The line, counted from 1, at which it begins in the old file and in the new one. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly {
    readonly sign: " " | "-" | "+";
    readonly text: string;
    readonly noEnd: boolean;
  }[];
}

export interface FilePatch {
  readonly oldName: string;
  readonly newName: string;
  /** The two header lines as they are, for the file of rejects. */
  readonly header: readonly [string, string];
  readonly hunks: readonly Hunk[];
  /** Number of its first header line, counted from 1. */
  readonly line: number;
  /** Lines that stand before it and belong to nothing. */
  readonly leading: readonly string[];
}

/** A patch that breaks off, at this line. */
export class Malformed {
  readonly line: number;
  readonly text: string;
  constructor(line: number, text: string) {
    this.line = line;
    this.text = text;
  }
}

const nameOf = (header: string): string => header.slice(4).replace(/\t.*$/, "").trimEnd();

/** Reads unified diffs, with whatever stands around them. `broken`: the last of them breaks off. */
export function readPatch(text: string): {
  readonly patches: readonly FilePatch[];
  readonly broken: Malformed | undefined;
} {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const patches: FilePatch[] = [];
  let leading: string[] = [];
  for (let at = 0; at < lines.length;) {
    const [first = "", second = "", third = ""] = lines.slice(at, at + 3);
    if (!first.startsWith("--- ") || !second.startsWith("+++ ") || !third.startsWith("@@ ")) {
      leading.push(first);
      at++;
      continue;
    }
    const line = at + 1;
    at += 2;
    const hunks: Hunk[] = [];
    let broken: Malformed | undefined;
    while (!broken && lines[at]?.startsWith("@@ ")) {
      const read = readHunk(lines, at);
      if (read instanceof Malformed) broken = read;
      else {
        hunks.push(read.hunk);
        at = read.next;
      }
    }
    patches.push({
      oldName: nameOf(first),
      newName: nameOf(second),
      header: [first, second],
      hunks,
      line,
      leading,
    });
    leading = [];
    if (broken) return { patches, broken };
  }
  return { patches, broken: undefined };
}

function readHunk(lines: readonly string[], from: number): { hunk: Hunk; next: number } | Malformed {
  const head = lines[from] ?? "";
  const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(head);
  if (!match) return new Malformed(from + 1, head);
  let [left, right] = [Number(match[2] ?? 1), Number(match[4] ?? 1)];
  const body: Hunk["lines"][number][] = [];
  let at = from + 1;
  while (left > 0 || right > 0) {
    const line = lines[at];
    if (line === undefined) return new Malformed(at + 1, "");
    const sign = line === "" ? " " : line[0];
    if (sign !== " " && sign !== "-" && sign !== "+") return new Malformed(at + 1, line);
    if (sign !== "+") left--;
    if (sign !== "-") right--;
    at++;
    const noEnd = lines[at]?.startsWith("\\ ") ?? false;
    body.push({ sign, text: line.slice(1), noEnd });
    if (noEnd) at++;
  }
  return { hunk: { oldStart: Number(match[1]), newStart: Number(match[3]), lines: body }, next: at };
}

/** The same change backwards. */
export const reversed = (patch: FilePatch): FilePatch => ({
  ...patch,
  oldName: patch.newName,
  newName: patch.oldName,
  hunks: patch.hunks.map(({ oldStart, newStart, lines }) => ({
    oldStart: newStart,
    newStart: oldStart,
    lines: lines.map((line) => ({ ...line, sign: line.sign === "-" ? "+" : line.sign === "+" ? "-" : " " })),
  })),
});
