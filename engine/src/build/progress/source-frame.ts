import type { Range } from "../../core/position.ts";

const RULE = "-".repeat(20);

/**
 * The lines around a mistake, the marked ones with `>>>`, as buildx prints them (moby/buildkit, solver/errdefs/source.go):
 * four more lines for one marked line, two for several, spread evenly and cut at the ends of the file.
 *
 * @returns "" where the range lies outside the text
 */
export function sourceFrame(name: string, source: string, ...ranges: readonly [Range, ...Range[]]): string {
  const lines = source.split("\n");
  const first = Math.min(...ranges.map(({ start }) => start.line));
  const last = Math.min(Math.max(...ranges.map(({ end }) => end.line)), lines.length);
  if (source === "" || first < 1 || first > lines.length) return "";
  const pad = last === first ? 4 : 2;
  let [from, to] = [first, last];
  for (let spent = 0; spent < pad; spent++) {
    if (from > 1) {
      from--;
      spent++;
    }
    if (to < lines.length) {
      to++;
      spent++;
    }
  }
  const shown = lines.slice(from - 1, to).map((line, i) => {
    const number = from + i;
    const mark = ranges.some(({ start, end }) => start.line <= number && number <= end.line) ? ">>>" : "   ";
    return ` ${String(number).padStart(3)} | ${mark} ${line}\n`;
  });
  return `${name}:${first}\n${RULE}\n${shown.join("")}${RULE}\n`;
}
