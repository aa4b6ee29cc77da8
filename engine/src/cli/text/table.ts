/** Display width: code points, as Go's text/tabwriter counts. */
const width = (text: string): number => [...text].length;

/** Cuts to `length` columns, the last one an ellipsis (docker/cli formatter.Ellipsis). */
export const ellipsis = (text: string, length: number): string =>
  width(text) <= length ? text : `${[...text].slice(0, length - 1).join("")}…`;

/**
 * Columns as Go's text/tabwriter lays them out for Docker: every cell but a row's last one is padded to the widest cell
 * of its block of adjacent rows plus `padding`, at least `minimum`. Cells are separated by tabs.
 */
export function tabulate(text: string, minimum = 10, padding = 3): string {
  const rows = text.split("\n").map((line) => line.split("\t"));
  const widths: number[][] = rows.map(() => []);
  const measure = (from: number, to: number, column: number): void => {
    for (let row = from; row < to;) {
      if ((rows[row]?.length ?? 0) - 1 <= column) {
        row++;
        continue;
      }
      const start = row;
      let widest = 0;
      for (; row < to && (rows[row]?.length ?? 0) - 1 > column; row++)
        widest = Math.max(widest, width(rows[row]?.[column] ?? ""));
      const size = widest === 0 && padding === 0 ? 0 : Math.max(minimum, widest + padding);
      for (let i = start; i < row; i++) widths[i]?.push(size);
      measure(start, row, column + 1);
    }
  };
  measure(0, rows.length, 0);
  return rows
    .map((cells, i) =>
      cells
        .map((cell, column) =>
          column === cells.length - 1
            ? cell
            : cell + " ".repeat(Math.max(0, (widths[i]?.[column] ?? 0) - width(cell))),
        )
        .join(""),
    )
    .join("\n");
}
