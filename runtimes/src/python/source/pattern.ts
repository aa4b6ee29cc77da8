import type { Cursor } from "./cursor.ts";
import { readers } from "./expression.ts";
import { stringLiteral } from "./string-literal.ts";
import type { Expression, Pattern } from "./tree.ts";

/** What stands behind `case`: alternatives, captures, sequences, mappings, classes. */
export function casePattern(cursor: Cursor): Pattern {
  const start = cursor.peek().at;
  const first = starPattern(cursor);
  if (!cursor.is(",")) {
    return first.type === "Rest" ? { type: "Sequence", items: [first], at: start } : first;
  }
  const items = [first];
  while (cursor.take(",")) {
    if (cursor.is(":") || cursor.is("if")) break;
    items.push(starPattern(cursor));
  }
  return { type: "Sequence", items, at: cursor.since(start) };
}

function starPattern(cursor: Cursor): Pattern {
  const start = cursor.peek().at;
  if (!cursor.take("*")) return asPattern(cursor);
  const name = cursor.name().text;
  return { type: "Rest", name: name === "_" ? null : name, at: cursor.since(start) };
}

function asPattern(cursor: Cursor): Pattern {
  const start = cursor.peek().at;
  const choices = [closed(cursor)];
  while (cursor.take("|")) choices.push(closed(cursor));
  const [first] = choices;
  const pattern: Pattern =
    first && choices.length === 1 ? first : { type: "Or", choices, at: cursor.since(start) };
  if (!cursor.take("as")) return pattern;
  return { type: "As", pattern, name: cursor.name().text, at: cursor.since(start) };
}

function closed(cursor: Cursor): Pattern {
  const start = cursor.peek().at;
  const token = cursor.peek();
  if (["None", "True", "False"].includes(token.text) && token.kind === "name")
    return { type: "Same", value: readers.sum(cursor), at: start };
  if (token.kind === "number" || cursor.is("-"))
    return { type: "Equal", value: readers.sum(cursor), at: start };
  if (token.kind === "string")
    return { type: "Equal", value: stringLiteral(cursor, readers.expression), at: start };
  if (cursor.isName()) return named(cursor);
  if (cursor.take("(")) {
    if (cursor.take(")")) return { type: "Sequence", items: [], at: start };
    const items = [starPattern(cursor)];
    let comma = false;
    while (cursor.take(",")) {
      comma = true;
      if (cursor.is(")")) break;
      items.push(starPattern(cursor));
    }
    cursor.expect(")");
    const [only] = items;
    return only && !comma && only.type !== "Rest"
      ? only
      : { type: "Sequence", items, at: cursor.since(start) };
  }
  if (cursor.take("[")) {
    const items: Pattern[] = [];
    while (!cursor.is("]")) {
      items.push(starPattern(cursor));
      if (!cursor.take(",")) break;
    }
    cursor.expect("]");
    return { type: "Sequence", items, at: cursor.since(start) };
  }
  if (cursor.take("{")) return mapping(cursor);
  throw cursor.wrong();
}

function named(cursor: Cursor): Pattern {
  const token = cursor.name();
  if (!cursor.is(".") && !cursor.is("(")) {
    if (token.text === "_") return { type: "Any", at: token.at };
    return { type: "Capture", name: token.text, at: token.at };
  }
  let value: Expression = { type: "Name", name: token.text, at: token.at };
  while (cursor.take("."))
    value = { type: "Attribute", value, name: cursor.name().text, at: cursor.since(token.at) };
  if (!cursor.take("(")) return { type: "Equal", value, at: value.at };
  const items: Pattern[] = [];
  const byName: { name: string; pattern: Pattern }[] = [];
  while (!cursor.is(")")) {
    if (cursor.isName() && cursor.is("=", 1)) {
      const name = cursor.next().text;
      cursor.next();
      byName.push({ name, pattern: asPattern(cursor) });
    } else items.push(asPattern(cursor));
    if (!cursor.take(",")) break;
  }
  cursor.expect(")");
  return { type: "Class", value, items, named: byName, at: cursor.since(token.at) };
}

function mapping(cursor: Cursor): Pattern {
  const start = cursor.previous().at;
  const items: { key: Expression; pattern: Pattern }[] = [];
  let rest: string | null = null;
  while (!cursor.is("}")) {
    if (cursor.take("**")) rest = cursor.name().text;
    else {
      const key = readers.operand(cursor);
      cursor.expect(":");
      items.push({ key, pattern: asPattern(cursor) });
    }
    if (!cursor.take(",")) break;
  }
  cursor.expect("}");
  return { type: "Mapping", items, rest, at: cursor.since(start) };
}
