import type { Cursor } from "./cursor.ts";
import { keywords } from "./token.ts";
import type { Expression, Parameter } from "./tree.ts";

/** The parameters of a `def` (with annotations, up to `)`) or of a `lambda` (without, up to `:`). */
export function parameterList(
  cursor: Cursor,
  end: ")" | ":",
  expression: (cursor: Cursor) => Expression,
): Parameter[] {
  const found: Parameter[] = [];
  let kind: Parameter["kind"] = "";
  let bareStar: Parameter["at"] | null = null;
  while (!cursor.is(end)) {
    const start = cursor.peek().at;
    if (cursor.take("/")) {
      if (kind === "*" || found.some((one) => one.kind === "/")) throw cursor.wrong("invalid syntax", start);
      if (found.length === 0) throw cursor.wrong("at least one argument must precede /", start);
      found.splice(0, found.length, ...found.map((one) => ({ ...one, kind: "/" as const })));
    } else if (cursor.take("**")) found.push(one("**kwargs", start));
    else if (cursor.take("*")) {
      if (kind === "*") throw cursor.wrong("* argument may appear only once", start);
      kind = "*";
      if (cursor.isName()) found.push(one("*args", start));
      else bareStar = start;
    } else {
      const parameter = one(kind, start);
      const earlier = found.filter((other) => other.kind === "" || other.kind === "/");
      if (kind === "" && !parameter.value && earlier.some((other) => other.value)) {
        throw cursor.wrong(
          cursor.version >= 12
            ? "parameter without a default follows parameter with a default"
            : "non-default argument follows default argument",
          parameter.at,
        );
      }
      bareStar = null;
      found.push(parameter);
    }
    if (!cursor.take(",")) break;
  }
  if (bareStar) throw cursor.wrong("named arguments must follow bare *", bareStar);
  const seen = new Set<string>();
  for (const { name, at } of found) {
    if (seen.has(name)) throw cursor.wrong(`duplicate argument '${name}' in function definition`, at);
    seen.add(name);
  }
  return found;

  function one(as: Parameter["kind"], start: Parameter["at"]): Parameter {
    if (keywords.has(cursor.peek().text)) throw cursor.wrong();
    const name = cursor.name();
    const annotation = end === ")" && cursor.take(":") ? expression(cursor) : null;
    const value = cursor.take("=") ? expression(cursor) : null;
    return { name: name.text, kind: as, value, annotation, at: as === "**kwargs" ? start : name.at };
  }
}
