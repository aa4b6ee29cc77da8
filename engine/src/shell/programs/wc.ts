import { bytesOf } from "../bytes-text.ts";
import { inputFiles, nameAndReason } from "../input-files.ts";
import { complain } from "../options.ts";
import type { Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../tool.ts";

/** Lines, words, characters, bytes, longest line. */
function count(text: string): [number, number, number, number, number] {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  const words = text.match(/[^\s]+/g)?.length ?? 0;
  const longest = text.split("\n").reduce((most, line) => Math.max(most, [...line].length), 0);
  return [lines, words, [...text].length, bytesOf(text).length, longest];
}

export const wc: Program = tool(
  "wc",
  { flags: "lwmcL", long: { lines: "l", words: "w", chars: "m", bytes: "c", "max-line-length": "L" } },
  (process, options, flavour) => {
    const asked = ["l", "w", "m", "c", "L"].map((letter) => options.has(letter));
    const shown = asked.includes(true) ? asked : [true, true, false, true, false];
    const rows: { name: string; counts: number[] }[] = [];
    let failed = false;
    if (options.operands.length === 0)
      rows.push({ name: "", counts: count(inputFiles(process, flavour, []).files[0]?.text ?? "") });
    for (const name of options.operands) {
      const read = name === "-" ? { text: process.stdin.rest() } : readText(process, name);
      if (typeof read === "string") {
        failed = true;
        complain(process, flavour, nameAndReason(name, read));
        if (read === "EISDIR") rows.push({ name, counts: [0, 0, 0, 0, 0] });
      } else rows.push({ name, counts: count(read.text) });
    }
    const total = [0, 1, 2, 3, 4].map((i) =>
      i === 4
        ? Math.max(0, ...rows.map((row) => row.counts[4] ?? 0))
        : rows.reduce((sum, row) => sum + (row.counts[i] ?? 0), 0),
    );
    if (options.operands.length > 1) rows.push({ name: "total", counts: total });
    const columns = shown.filter(Boolean).length;
    const largest = options.operands.length === 0 ? 0 : (total[3] ?? 0);
    const alone = columns === 1 && rows.length === 1;
    const width =
      flavour === "busybox"
        ? alone
          ? 0
          : 9
        : alone
          ? 1
          : options.operands.length === 0 || options.operands.includes("-")
            ? 7
            : String(largest).length;
    for (const { name, counts } of rows) {
      const cells = counts
        .filter((_, i) => shown[i])
        .map((value) => String(value).padStart(width))
        .join(flavour === "gnu" ? " " : columns > 0 && !alone ? " " : "");
      process.stdout.write(`${cells}${name === "" ? "" : ` ${name}`}\n`);
    }
    return failed ? 1 : 0;
  },
);
