/**
 * Rows as PHP's `fgetcsv` reads them, in which a backslash inside quotes keeps the sign behind it from ending the cell, and stays; what
 * follows a closing quote up to the comma belongs to the cell. Compared with PHP 8.2 on random rows.
 */
export function readPhpCsv(source: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let at = 0;
  while (at < source.length) {
    const row: string[] = [];
    for (let more = true; more;) {
      let cell = "";
      const quote = /^[ \t]*"/.exec(source.slice(at, at + 100));
      if (quote) {
        for (at += quote[0].length; at < source.length; at++) {
          if (source[at] === "\\" && at + 1 < source.length) cell += source.slice(at, ++at + 1);
          else if (source[at] !== '"') cell += source[at];
          else if (source[at + 1] === '"') cell += source[++at];
          else break;
        }
        at++;
      }
      while (at < source.length && source[at] !== "," && source[at] !== "\n") cell += source[at++];
      row.push(cell);
      more = source[at++] === ",";
    }
    rows.push(row);
  }
  return rows;
}

/** Rows as PHP's `fputcsv` writes them: a quote behind a backslash is not doubled. */
export const writePhpCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(written).join(",")}\n`).join("");

function written(cell: string): string {
  if (!/[",\\\s]/.test(cell)) return cell;
  let out = "";
  let hidden = false;
  for (const sign of cell) {
    out += sign === '"' && !hidden ? '""' : sign;
    hidden = sign === "\\";
  }
  return `"${out}"`;
}
