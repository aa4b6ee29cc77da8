import { checkTarget } from "./assignable.ts";
import type { Cursor } from "./cursor.ts";
import { expression, expressionList, yieldOrList } from "./expression.ts";
import { importFrom, importNames } from "./import-statement.ts";
import type { Expression, Statement } from "./tree.ts";

const augmented = new Set("+= -= *= /= //= %= @= &= |= ^= >>= <<= **=".split(" "));

/** A statement that fits on a line: everything but blocks. */
export function simpleStatement(cursor: Cursor): Statement {
  const start = cursor.peek().at;
  const token = cursor.peek();
  const done = (): Statement["at"] => cursor.since(start);
  switch (token.kind === "name" ? token.text : "") {
    case "pass":
      cursor.next();
      return { type: "Pass", at: done() };
    case "break":
      cursor.next();
      if (!cursor.within.inLoop) throw cursor.wrong("'break' outside loop", start);
      return { type: "Break", at: done() };
    case "continue":
      cursor.next();
      if (!cursor.within.inLoop) throw cursor.wrong("'continue' not properly in loop", start);
      return { type: "Continue", at: done() };
    case "return": {
      cursor.next();
      const value = ends(cursor) ? null : expressionList(cursor);
      if (!cursor.within.inFunction) throw cursor.wrong("'return' outside function", done());
      return { type: "Return", value, at: done() };
    }
    case "raise": {
      cursor.next();
      const value = ends(cursor) ? null : expression(cursor);
      const cause = value && cursor.take("from") ? expression(cursor) : null;
      return { type: "Raise", value, cause, at: done() };
    }
    case "assert": {
      cursor.next();
      const test = expression(cursor);
      const message = cursor.take(",") ? expression(cursor) : null;
      return { type: "Assert", test, message, at: done() };
    }
    case "global":
    case "nonlocal": {
      cursor.next();
      const names = [cursor.name().text];
      while (cursor.take(",")) names.push(cursor.name().text);
      return { type: token.text === "global" ? "Global" : "Nonlocal", names, at: done() };
    }
    case "del": {
      cursor.next();
      const value = expressionList(cursor);
      const targets = value.type === "Tuple" && !value.parenthesised ? value.items : [value];
      for (const target of targets) checkTarget(cursor, target, "delete");
      return { type: "Delete", targets, at: done() };
    }
    case "import":
      return importNames(cursor);
    case "from":
      return importFrom(cursor);
    default:
      return assignment(cursor);
  }
}

const ends = (cursor: Cursor): boolean => cursor.isKind("newline") || cursor.is(";");

function assignment(cursor: Cursor): Statement {
  const start = cursor.peek().at;
  const first = yieldOrList(cursor);
  const operator = cursor.peek();
  if (operator.kind === "operator" && augmented.has(operator.text)) {
    if (!["Name", "Attribute", "Subscript"].includes(first.type)) {
      const what = first.type === "Tuple" ? "tuple" : first.type === "List" ? "list" : null;
      if (what) throw cursor.wrong(`'${what}' is an illegal expression for augmented assignment`, first.at);
      checkTarget(cursor, first);
    }
    cursor.next();
    const value = yieldOrList(cursor);
    return {
      type: "Augment",
      target: first,
      operator: operator.text.slice(0, -1),
      value,
      at: cursor.since(start),
    };
  }
  if (cursor.is(":") && !cursor.is("=", 1) && ["Name", "Attribute", "Subscript"].includes(first.type)) {
    // `else :` written as a name, or a missing operator: only a line that can be an annotation is one.
    cursor.next();
    const annotation = expression(cursor);
    const value = cursor.take("=") ? yieldOrList(cursor) : null;
    return { type: "Annotate", target: first, annotation, value, at: cursor.since(start) };
  }
  if (!cursor.is("=")) {
    checkPrint(cursor, first);
    return { type: "Expression", value: first, at: cursor.since(start) };
  }
  const targets: Expression[] = [];
  let value = first;
  while (cursor.is("=")) {
    checkTarget(cursor, value, "assign to", targets.length === 0);
    cursor.next();
    targets.push(value);
    value = yieldOrList(cursor);
  }
  return { type: "Assign", targets, value, at: cursor.since(start) };
}

/** `print "x"` and `exec "x"` of Python 2. */
function checkPrint(cursor: Cursor, first: Expression): void {
  if (first.type !== "Name" || (first.name !== "print" && first.name !== "exec")) return;
  const { kind } = cursor.peek();
  if (kind !== "string" && kind !== "number" && !cursor.isName()) return;
  while (!ends(cursor) && !cursor.isKind("end")) cursor.next();
  throw cursor.wrong(
    `Missing parentheses in call to '${first.name}'. Did you mean ${first.name}(...)?`,
    cursor.since(first.at),
  );
}
