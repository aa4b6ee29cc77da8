import type { Difference } from "../replay/transcript.ts";
import { type Ids, marked } from "../replay/volatile.ts";

/** What no two recordings of a terminal agree on, beyond what a pipe gets. */
const VOLATILE: readonly (readonly [what: RegExp, mark: string])[] = [
  [/(\[\+\] Building )\d+\.\d/g, "$1<t>"],
  // Bytes on BuildKit's wire, and how far a transfer is.
  [/(=> transferring (?:context|dockerfile):) \S+/g, "$1 <n>"],
  [/ +[\d.]+[kMGT]?B(?:\/[\d.]+[kMGT]?B)?(?=$|\{)/g, " <n>"],
  [/(?<=(?:Downloading|Extracting|Pushing) )\[=*> *\] /g, "<bar> "],
];
const ROW = /^(?:\{\w+\})? => /;
const GAPS = / {3,}/g;

/** A screen with marks for what is volatile. Rows of a build say how wide they are. */
export const markedScreen = (lines: readonly string[], ids: Ids): string[] =>
  sideBySide(
    lines.map((line) => {
      const placed = line.replace(/^( +)(\{[^}]*\})/, "$2$1");
      const width = line.replaceAll(/\{[\w -]*\}/g, "").length;
      const own = VOLATILE.reduce((text, [what, mark]) => text.replaceAll(what, mark), marked(placed, ids));
      const narrow = own.replaceAll(GAPS, "   ");
      return ROW.test(placed) && /\d\.\ds$/.test(line) ? `${narrow} (${width} wide)` : narrow;
    }),
  );

/** The base and the context are fetched at the same time: which line is first is chance. Here it is the base. */
function sideBySide(lines: readonly string[]): string[] {
  const isBase = (line: string | undefined): boolean => / => \[[^\]]*\d+\/\d+\] FROM /.test(line ?? "");
  const list = [...lines];
  const at = list.findIndex((line) => line.includes(" => [internal] load build context"));
  if (at < 0) return list;
  const length = (list[at + 1] ?? "").includes("=> transferring context") ? 2 : 1;
  if (!isBase(list[at + length])) return list;
  let until = at + length;
  while (isBase(list[until])) until++;
  const moved = list.splice(at, length);
  list.splice(until - length, 0, ...moved);
  return list;
}

/** What a line is about, whatever state it is in. */
function subject(line: string): string {
  const plain = line.replaceAll(/\{[\w -]*\}/g, "");
  if (plain.startsWith("[+] ")) return "[+]";
  return plain
    .replace(/^( => )(?:CACHED|ERROR|CANCELED) /, "$1")
    .replace(/ +<t> \(\d+ wide\)$/, "")
    .replace(/^(<short id \d+>:).*$/, "$1");
}

/** The counts of the title hang on milliseconds; whether all is over does not. */
const state = (line: string): string => line.replace(/^(\[\+\] .*?)\(\d+\/\d+\)(?! FINISHED).*$/, "$1(...)");

/** Each line's states in order, without what stands still; a line that goes is empty then. */
function lives(screens: readonly (readonly string[])[]): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const lines of screens) {
    const here = new Map(lines.map((line) => [subject(line), state(line)]));
    for (const about of new Set([...all.keys(), ...here.keys()])) {
      const life = all.get(about) ?? [];
      const now = here.get(about) ?? "";
      if (life.at(-1) !== now) all.set(about, [...life, now]);
    }
  }
  return all;
}

const follows = (all: readonly string[], part: readonly string[]): boolean => {
  let at = 0;
  for (const one of all) if (one === part[at]) at++;
  return at === part.length;
};

/**
 * Compares what two terminals showed: the last screen, and the way of each line up to there. We may show states that the recording
 * was too slow to catch, but none in another order, and none less.
 */
export function compareTty(
  expected: readonly (readonly string[])[],
  actual: readonly (readonly string[])[],
): Difference[] {
  const differences: Difference[] = [];
  const ours = actual.at(-1)?.join("\n");
  const theirs = expected.at(-1)?.join("\n");
  if (ours !== theirs)
    differences.push({ facet: "screen", told: `screen is\n${ours}\nin Docker\n${theirs}` });
  const own = lives(actual);
  for (const [about, life] of lives(expected)) {
    const mine = own.get(about) ?? [];
    if (follows(mine, life)) continue;
    differences.push({
      facet: "screens",
      told: `${about} goes\n${mine.join("\n")}\nin Docker\n${life.join("\n")}`,
    });
  }
  return differences;
}
