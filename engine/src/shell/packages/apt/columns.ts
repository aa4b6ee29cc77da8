const WIDTH = 80;

/**
 * Names in columns as apt 3 lays them out: down first, as many columns as fit, each two wider than its longest name
 * (read from apt 3.0.4: scripts/bases/facts/apt-3-trixie.txt).
 */
export function columns(names: readonly string[]): string {
  for (let count = Math.min(names.length, Math.floor(WIDTH / 3)); count >= 1; count--) {
    const rows = Math.ceil(names.length / count);
    const split: string[][] = [];
    for (let at = 0; at < names.length; at += rows) split.push(names.slice(at, at + rows));
    const widths = split.map((column) => Math.max(...column.map(({ length }) => length)) + 2);
    if (count > 1 && 2 + widths.reduce((sum, width) => sum + width, 0) > WIDTH) continue;
    let text = "";
    for (let row = 0; row < rows; row++) {
      const cells = split.flatMap((column, at) => column[row]?.padEnd(widths[at] ?? 0) ?? []);
      text += `  ${cells.join("").trimEnd()}\n`;
    }
    return text;
  }
  return "";
}
