import { complain } from "../options/options.ts";
import { bytesOf } from "../text/bytes-text.ts";
import { nameAndReason } from "../text/input-files.ts";
import { isUtf8 } from "../locale.ts";
import type { Process, Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";
import { isEntry, statOf } from "../tree/tree.ts";

const TAB = 8;
/** Place of the longest line among the counts; all others add up. */
const LONGEST = 4;

/** Columns that a line takes on a terminal; outside a UTF-8 locale only ASCII is printable. */
function columnsOf(line: string, utf8: boolean): number {
  let column = 0;
  for (const character of line) {
    if (character === "\t") column += TAB - (column % TAB);
    else if (utf8 ? character >= " " : character >= " " && character <= "~") column++;
  }
  return column;
}

/** Lines, words, characters, bytes, longest line. */
function count(text: string, utf8: boolean): [number, number, number, number, number] {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  const words = text.match(/[^\s]+/g)?.length ?? 0;
  const longest = text.split("\n").reduce((most, line) => Math.max(most, columnsOf(line, utf8)), 0);
  const bytes = bytesOf(text).length;
  return [lines, words, utf8 ? [...text].length : bytes, bytes, longest];
}

export const wc: Program = tool(
  "wc",
  { flags: "lwmcL", long: { lines: "l", words: "w", chars: "m", bytes: "c", "max-line-length": "L" } },
  (process, options, flavour) => {
    const asked = ["l", "w", "m", "c", "L"].map((letter) => options.has(letter));
    const shown = asked.includes(true) ? asked : [true, true, false, true, false];
    const utf8 = flavour === "busybox" || isUtf8(process);
    const names = options.operands.length === 0 ? ["-"] : options.operands;
    const columns = shown.filter(Boolean).length;
    const alone = columns === 1 && names.length === 1;
    const cell = alone ? 0 : flavour === "busybox" ? 9 : widthOf(process, names);
    const print = (name: string, counts: readonly number[]): void => {
      const cells = counts
        .filter((_, i) => shown[i])
        .map((value) => String(value).padStart(cell))
        .join(" ");
      process.stdout.write(`${cells}${name === "" ? "" : ` ${name}`}\n`);
    };
    const total = [0, 0, 0, 0, 0];
    let failed = false;
    for (const name of names) {
      const read = name === "-" ? { text: process.stdin.rest() } : readText(process, name);
      if (typeof read === "string") {
        failed = true;
        complain(process, flavour, nameAndReason(name, read));
        if (read === "EISDIR") print(name, [0, 0, 0, 0, 0]);
        continue;
      }
      process.kernel.spend(read.text.length >> 8);
      const counts = count(read.text, utf8);
      for (const [i, value] of counts.entries())
        total[i] = i === LONGEST ? Math.max(total[i] ?? 0, value) : (total[i] ?? 0) + value;
      print(options.operands.length === 0 ? "" : name, counts);
    }
    if (names.length > 1) print("total", total);
    return failed ? 1 : 0;
  },
);

/** Columns for a number: as many as the sizes together need, and seven where a size is not known before (wc.c). */
function widthOf(process: Process, names: readonly string[]): number {
  let known = 0;
  let least = 1;
  for (const name of names) {
    const entry = name === "-" ? undefined : statOf(process, name);
    if (name === "-" && process.stdin.fileSize !== undefined) known += process.stdin.fileSize;
    else if (entry !== undefined && isEntry(entry) && entry.kind === "file") known += entry.content.size;
    else if (entry === undefined || isEntry(entry)) least = 7;
  }
  return Math.max(least, String(known).length);
}
