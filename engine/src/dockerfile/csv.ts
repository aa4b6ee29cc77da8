/** The first record of a text, as Go's `encoding/csv` reads it: fields parted by commas, some in double quotes. */
export function readCsvRecord(text: string): readonly string[] | { readonly error: string } {
  const line = text.replace(/\r?\n[^]*$/, "");
  if (line === "") return { error: "EOF" };
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] !== '"') {
      const comma = line.indexOf(",", at);
      const field = line.slice(at, comma < 0 ? undefined : comma);
      const quote = field.indexOf('"');
      if (quote >= 0)
        return { error: `parse error on line 1, column ${at + quote + 1}: bare " in non-quoted-field` };
      fields.push(field);
      if (comma < 0) return fields;
      at = comma + 1;
      continue;
    }
    let field = "";
    for (at++; ; at++) {
      const close = line.indexOf('"', at);
      if (close < 0)
        return {
          error: `parse error on line 1, column ${line.length + 1}: extraneous or missing " in quoted-field`,
        };
      field += line.slice(at, close);
      at = close + 1;
      if (line[at] !== '"') break;
      field += '"';
    }
    fields.push(field);
    if (at === line.length) return fields;
    if (line[at] !== ",")
      return { error: `parse error on line 1, column ${at}: extraneous or missing " in quoted-field` };
    at++;
  }
}
