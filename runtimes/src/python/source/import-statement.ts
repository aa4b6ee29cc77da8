import type { Cursor } from "./cursor.ts";
import type { Statement } from "./tree.ts";

type Names = readonly { readonly name: string; readonly as: string | null }[];

function dotted(cursor: Cursor): string {
  let name = cursor.name().text;
  while (cursor.take(".")) name += `.${cursor.name().text}`;
  return name;
}

const alias = (cursor: Cursor): string | null => (cursor.take("as") ? cursor.name().text : null);

/** `import a.b as c, d`. */
export function importNames(cursor: Cursor): Statement {
  const start = cursor.expect("import").at;
  const names: { name: string; as: string | null }[] = [];
  do names.push({ name: dotted(cursor), as: alias(cursor) });
  while (cursor.take(","));
  return { type: "Import", names, at: cursor.since(start) };
}

/** `from ..a import b as c` and `from a import *`. */
export function importFrom(cursor: Cursor): Statement {
  const start = cursor.expect("from").at;
  let level = 0;
  for (;;) {
    if (cursor.take(".")) level++;
    else if (cursor.take("...")) level += 3;
    else break;
  }
  const module = level > 0 && cursor.is("import") ? "" : dotted(cursor);
  cursor.expect("import");
  if (cursor.take("*")) return { type: "From", level, module, names: [], at: cursor.since(start) };
  const names: { name: string; as: string | null }[] = [];
  const open = cursor.take("(");
  if (!open && cursor.isKind("newline")) throw cursor.wrong("invalid syntax");
  do {
    if (open && cursor.is(")") && names.length > 0) break;
    if (!open && cursor.isKind("newline"))
      throw cursor.wrong("trailing comma not allowed without surrounding parentheses");
    names.push({ name: cursor.name().text, as: alias(cursor) });
  } while (cursor.take(","));
  if (open) cursor.expect(")");
  return { type: "From", level, module, names: names satisfies Names, at: cursor.since(start) };
}
