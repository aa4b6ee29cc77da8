/**
 * Rows of a CSV as RFC 4180 has it: commas, double quotes that are doubled inside quotes, any line end; a byte order mark is dropped.
 * Where the first line has no comma, semicolons separate, as spreadsheets write in half of the world, or tabs.
 */
export function readCsv(source: string): readonly (readonly string[])[] {
  const text = source.replace(/^\uFEFF/, "");
  const head = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const separator = [",", ";", "\t"].find((each) => head.includes(each)) ?? ",";
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        const end = text.indexOf('"', at);
        cell += text.slice(at, end < 0 ? text.length : end);
        at = end < 0 ? text.length : end + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at++;
    row.push(cell + text.slice(from, at));
    if (text[at] === separator) {
      at++;
      if (at === text.length) row.push("");
      continue;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ""));
}
