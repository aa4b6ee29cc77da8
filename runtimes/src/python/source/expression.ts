import { argumentList, comprehension, type Readers } from "./expression-parts.ts";
import type { Cursor } from "./cursor.ts";
import { parameterList } from "./parameters.ts";
import { stringLiteral } from "./string-literal.ts";
import { keywords } from "./token.ts";
import type { DictEntry, Expression, Span } from "./tree.ts";

/** Binding strength of the binary operators, the loosest first. */
const levels: readonly (readonly string[])[] = [
  ["|"],
  ["^"],
  ["&"],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "/", "//", "%", "@"],
];
const comparisons = new Set(["==", "!=", "<", ">", "<=", ">=", "in", "is", "not"]);

const joined = (left: Span, right: Span): Span => ({
  line: left.line,
  column: left.column,
  endLine: right.endLine,
  endColumn: right.endColumn,
});

/** The readers that the other files of the grammar start from. */
export const readers: Readers = {
  expression,
  namedExpression,
  withoutChoice: (cursor) => logic(cursor, "or"),
  operand: (cursor) => binary(cursor, 0),
  sum: (cursor) => binary(cursor, levels.length - 2),
};

/** Any expression without a bare comma: `x if y else z`, `lambda`, and what binds tighter. */
export function expression(cursor: Cursor): Expression {
  return cursor.deeper(() => {
    const start = cursor.peek().at;
    if (cursor.is("lambda")) {
      cursor.next();
      const parameters = parameterList(cursor, ":", expression);
      cursor.colon();
      const around = cursor.within;
      cursor.within = { inFunction: true, inAsync: false, inLoop: false, inClass: false };
      const body = expression(cursor);
      cursor.within = around;
      return { type: "Lambda", parameters, body, at: cursor.since(start) };
    }
    const value = logic(cursor, "or");
    if (!cursor.is("if")) return value;
    cursor.next();
    const test = logic(cursor, "or");
    if (!cursor.is("else")) {
      if (cursor.is(":") || cursor.isKind("newline"))
        throw cursor.wrong("expected 'else' after 'if' expression", cursor.since(start));
      throw cursor.wrong();
    }
    cursor.next();
    const no = expression(cursor);
    return { type: "Choice", test, yes: value, no, at: cursor.since(start) };
  });
}

/** An expression that may be `name := value`. */
export function namedExpression(cursor: Cursor): Expression {
  const start = cursor.peek().at;
  if (cursor.isName() && cursor.is(":=", 1)) {
    const name = cursor.next().text;
    cursor.next();
    const value = expression(cursor);
    return { type: "Walrus", name, value, at: cursor.since(start) };
  }
  return expression(cursor);
}

/** Expressions with commas between: a tuple if there is a comma. Stars are allowed. */
export function expressionList(cursor: Cursor, named = false): Expression {
  const start = cursor.peek().at;
  const first = starred(cursor, named);
  if (!cursor.is(",")) return first;
  const items = [first];
  while (cursor.take(",")) {
    if (!startsExpression(cursor)) break;
    items.push(starred(cursor, named));
  }
  return { type: "Tuple", items, at: cursor.since(start) };
}

/** `yield` and `yield from`, or a list of expressions. */
export function yieldOrList(cursor: Cursor): Expression {
  return cursor.is("yield") ? yieldExpression(cursor) : expressionList(cursor);
}

function starred(cursor: Cursor, named = true): Expression {
  const start = cursor.peek().at;
  if (cursor.take("*")) {
    const value = binary(cursor, 0);
    return { type: "Starred", value, at: cursor.since(start) };
  }
  return named ? namedExpression(cursor) : expression(cursor);
}

/** May an expression begin here? */
function startsExpression(cursor: Cursor): boolean {
  const token = cursor.peek();
  if (token.kind === "number" || token.kind === "string") return true;
  if (token.kind === "operator") return ["(", "[", "{", "-", "+", "~", "*", "..."].includes(token.text);
  if (token.kind !== "name") return false;
  return (
    !keywords.has(token.text) ||
    ["None", "True", "False", "not", "lambda", "await", "yield"].includes(token.text)
  );
}

function yieldExpression(cursor: Cursor): Expression {
  const start = cursor.expect("yield").at;
  if (!cursor.within.inFunction) throw cursor.wrong("'yield' outside function", start);
  const from = cursor.take("from");
  const value = from ? expression(cursor) : startsExpression(cursor) ? expressionList(cursor) : null;
  return { type: "Yield", value, from, at: cursor.since(start) };
}

function logic(cursor: Cursor, operator: "or" | "and"): Expression {
  const read = (): Expression => (operator === "or" ? logic(cursor, "and") : negation(cursor));
  const start = cursor.peek().at;
  const first = read();
  if (!cursor.is(operator)) return first;
  const values = [first];
  while (cursor.take(operator)) values.push(read());
  return { type: "Logic", operator, values, at: cursor.since(start) };
}

function negation(cursor: Cursor): Expression {
  const start = cursor.peek().at;
  if (!cursor.take("not")) return comparison(cursor);
  const value = cursor.deeper(() => negation(cursor));
  return { type: "Unary", operator: "not", value, at: cursor.since(start) };
}

function comparison(cursor: Cursor): Expression {
  const start = cursor.peek().at;
  const left = binary(cursor, 0);
  const rest: { operator: string; value: Expression }[] = [];
  while (comparisons.has(cursor.peek().text) && !cursor.isKind("string")) {
    if (cursor.is("not") && !cursor.is("in", 1)) break;
    let operator = cursor.next().text;
    if (operator === "not") operator = `not ${cursor.next().text}`;
    else if (operator === "is" && cursor.take("not")) operator = "is not";
    rest.push({ operator, value: binary(cursor, 0) });
  }
  return rest.length === 0 ? left : { type: "Compare", left, rest, at: cursor.since(start) };
}

/** Binary operators of one level and tighter. */
function binary(cursor: Cursor, level: number): Expression {
  const operators = levels[level];
  if (!operators) return unary(cursor);
  const start = cursor.peek().at;
  let left = binary(cursor, level + 1);
  while (cursor.isKind("operator") && operators.includes(cursor.peek().text)) {
    const operator = cursor.next().text;
    const right = binary(cursor, level + 1);
    left = { type: "Binary", operator, left, right, at: cursor.since(start) };
  }
  return left;
}

function unary(cursor: Cursor): Expression {
  const token = cursor.peek();
  if (token.kind === "operator" && "+-~".includes(token.text)) {
    cursor.next();
    const value = cursor.deeper(() => unary(cursor));
    return { type: "Unary", operator: token.text, value, at: cursor.since(token.at) };
  }
  const base = awaited(cursor);
  if (!cursor.is("**")) return base;
  cursor.next();
  const right = cursor.deeper(() => unary(cursor));
  return { type: "Binary", operator: "**", left: base, right, at: cursor.since(token.at) };
}

function awaited(cursor: Cursor): Expression {
  const start = cursor.peek().at;
  if (!cursor.is("await")) return primary(cursor);
  cursor.next();
  const value = primary(cursor);
  if (!cursor.within.inFunction) throw cursor.wrong("'await' outside function", cursor.since(start));
  if (!cursor.within.inAsync) throw cursor.wrong("'await' outside async function", cursor.since(start));
  return { type: "Await", value, at: cursor.since(start) };
}

/** An atom with the calls, attributes and subscripts behind it. */
function primary(cursor: Cursor): Expression {
  const start = cursor.peek().at;
  let value = atom(cursor);
  for (;;) {
    if (cursor.take(".")) {
      const name = cursor.name().text;
      value = { type: "Attribute", value, name, at: cursor.since(start) };
    } else if (cursor.is("(")) {
      const callee = value;
      const args = argumentList(cursor, readers);
      value = { type: "Call", value: callee, args, at: cursor.since(start) };
    } else if (cursor.take("[")) {
      const index = subscript(cursor);
      closing(cursor, "]");
      value = { type: "Subscript", value, index, at: cursor.since(start) };
    } else return value;
  }
}

function subscript(cursor: Cursor): Expression {
  const start = cursor.peek().at;
  const one = (): Expression => {
    const at = cursor.peek().at;
    const bound = (): Expression | null => (startsExpression(cursor) ? expression(cursor) : null);
    const first = cursor.is(":") ? null : starred(cursor);
    if (!cursor.take(":")) return first ?? raise(cursor);
    const stop = bound();
    const step = cursor.take(":") ? bound() : null;
    return { type: "Slice", start: first, stop, step, at: cursor.since(at) };
  };
  const first = one();
  if (!cursor.is(",")) return first;
  const items = [first];
  while (cursor.take(",")) {
    if (cursor.is("]")) break;
    items.push(one());
  }
  return { type: "Tuple", items, at: cursor.since(start) };
}

function raise(cursor: Cursor): never {
  throw cursor.wrong();
}

/** The bracket that ends a display; what stands in its place may lack a comma. */
function closing(cursor: Cursor, bracket: string, last?: Expression): void {
  if (cursor.take(bracket)) return;
  if (last && startsExpression(cursor) && !cursor.is("*")) {
    const next = expression(cursor);
    throw cursor.wrong("invalid syntax. Perhaps you forgot a comma?", joined(last.at, next.at));
  }
  if (last && cursor.is("="))
    throw cursor.wrong("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", {
      ...last.at,
      endLine: cursor.peek(1).at.endLine,
      endColumn: cursor.peek(1).at.endColumn,
    });
  throw cursor.wrong();
}

function atom(cursor: Cursor): Expression {
  const token = cursor.peek();
  if (token.kind === "string") return stringLiteral(cursor, yieldOrList);
  if (token.kind === "number") {
    cursor.next();
    return { type: "Literal", text: token.text, kind: "number", at: token.at };
  }
  if (token.kind === "name") {
    if (["None", "True", "False"].includes(token.text)) {
      cursor.next();
      return { type: "Literal", text: token.text, kind: token.text, at: token.at };
    }
    if (keywords.has(token.text)) throw cursor.wrong();
    cursor.next();
    return { type: "Name", name: token.text, at: token.at };
  }
  if (cursor.take("...")) return { type: "Literal", text: "...", kind: "ellipsis", at: token.at };
  if (cursor.is("(")) return cursor.deeper(() => parentheses(cursor));
  if (cursor.is("[")) return cursor.deeper(() => listDisplay(cursor));
  if (cursor.is("{")) return cursor.deeper(() => braces(cursor));
  throw cursor.wrong();
}

function parentheses(cursor: Cursor): Expression {
  const start = cursor.expect("(").at;
  if (cursor.take(")")) return { type: "Tuple", items: [], at: cursor.since(start) };
  if (cursor.is("yield")) {
    const value = yieldExpression(cursor);
    closing(cursor, ")");
    return { ...value, parenthesised: true };
  }
  const first = starred(cursor);
  if (cursor.is("for") || (cursor.is("async") && cursor.is("for", 1))) {
    const loops = comprehension(cursor, readers);
    closing(cursor, ")");
    const at = cursor.since(start);
    return { type: "Comprehension", kind: "generator", key: first, value: null, loops, at };
  }
  if (!cursor.is(",")) {
    closing(cursor, ")", first);
    if (first.type === "Starred") throw cursor.wrong("cannot use starred expression here", first.at);
    return { ...first, parenthesised: true };
  }
  const items = [first];
  while (cursor.take(",")) {
    if (!startsExpression(cursor)) break;
    items.push(starred(cursor));
  }
  closing(cursor, ")", items.at(-1));
  return { type: "Tuple", items, parenthesised: true, at: cursor.since(start) };
}

function listDisplay(cursor: Cursor): Expression {
  const start = cursor.expect("[").at;
  const items: Expression[] = [];
  while (!cursor.is("]")) {
    items.push(starred(cursor));
    const [key] = items;
    if (key && items.length === 1 && startsLoop(cursor)) {
      const loops = comprehension(cursor, readers);
      closing(cursor, "]");
      return { type: "Comprehension", kind: "list", key, value: null, loops, at: cursor.since(start) };
    }
    if (!cursor.take(",")) break;
  }
  closing(cursor, "]", items.at(-1));
  return { type: "List", items, at: cursor.since(start) };
}

const startsLoop = (cursor: Cursor): boolean =>
  cursor.is("for") || (cursor.is("async") && cursor.is("for", 1));

/** A dict or a set, or a comprehension of either. */
function braces(cursor: Cursor): Expression {
  const start = cursor.expect("{").at;
  const entries: DictEntry[] = [];
  const items: Expression[] = [];
  let last: Expression | undefined;
  while (!cursor.is("}")) {
    if (items.length === 0 && cursor.take("**")) {
      last = binary(cursor, 0);
      entries.push({ key: null, value: last });
    } else {
      const key = starred(cursor);
      last = key;
      if (items.length === 0 && cursor.is(":")) {
        const colon = cursor.next();
        if (!startsExpression(cursor))
          throw cursor.wrong("expression expected after dictionary key and ':'", colon.at);
        const value = expression(cursor);
        last = value;
        entries.push({ key, value });
      } else if (entries.length > 0)
        throw cursor.is(",") || cursor.is("}")
          ? cursor.wrong("':' expected after dictionary key", key.at)
          : cursor.wrong();
      else items.push(key);
    }
    if (entries.length + items.length === 1 && startsLoop(cursor)) {
      const loops = comprehension(cursor, readers);
      closing(cursor, "}");
      const at = cursor.since(start);
      const [entry] = entries;
      if (entry?.key)
        return { type: "Comprehension", kind: "dict", key: entry.key, value: entry.value, loops, at };
      const [key] = items;
      if (!key) throw cursor.wrong("dict unpacking cannot be used in dict comprehension", at);
      return { type: "Comprehension", kind: "set", key, value: null, loops, at };
    }
    if (!cursor.take(",")) break;
  }
  closing(cursor, "}", last);
  const at = cursor.since(start);
  return items.length > 0 ? { type: "Set", items, at } : { type: "Dict", entries, at };
}
