import type { Cursor } from "./cursor.ts";
import type { Argument, Expression, Loop } from "./tree.ts";

type Read = (cursor: Cursor) => Expression;

/** The readers of whole expressions, which hand themselves over. */
export interface Readers {
  readonly expression: Read;
  readonly namedExpression: Read;
  /** No `x if y else z`, no `lambda`. */
  readonly withoutChoice: Read;
  /** No comparison either. */
  readonly operand: Read;
  /** An operand without `|` and what binds as loosely. */
  readonly sum: Read;
}

/** `( … )` behind a callee. */
export function argumentList(cursor: Cursor, read: Readers): Argument[] {
  const open = cursor.expect("(").at;
  const args: Argument[] = [];
  while (!cursor.is(")")) {
    const argument = one(cursor, read, args);
    args.push(argument);
    if (argument.kind === "" && isLoop(cursor)) {
      const loops = comprehension(cursor, read);
      args.pop();
      const at = argument.value.at;
      if (args.length > 0 || !cursor.is(")"))
        throw cursor.wrong("Generator expression must be parenthesized", cursor.since(at));
      const value: Expression = {
        type: "Comprehension",
        kind: "generator",
        key: argument.value,
        value: null,
        loops,
        at: { ...open, endLine: cursor.peek().at.endLine, endColumn: cursor.peek().at.endColumn },
      };
      args.push({ kind: "", name: "", value });
    }
    if (!cursor.take(",")) break;
  }
  if (!cursor.is(")")) {
    const last = args.at(-1);
    const token = cursor.peek();
    if (last?.kind === "" && (cursor.isName() || token.kind === "string" || token.kind === "number")) {
      const next = read.expression(cursor);
      throw cursor.wrong("invalid syntax. Perhaps you forgot a comma?", {
        ...last.value.at,
        endLine: next.at.endLine,
        endColumn: next.at.endColumn,
      });
    }
    throw cursor.wrong();
  }
  cursor.next();
  return args;
}

function one(cursor: Cursor, read: Readers, before: readonly Argument[]): Argument {
  const start = cursor.peek().at;
  if (cursor.take("*")) return { kind: "*", name: "", value: read.expression(cursor) };
  if (cursor.take("**")) return { kind: "**", name: "", value: read.expression(cursor) };
  if (cursor.isKind("name") && cursor.is("=", 1)) {
    const token = cursor.peek();
    if (["True", "False", "None"].includes(token.text))
      throw cursor.wrong(`cannot assign to ${token.text}`, {
        ...token.at,
        endColumn: cursor.peek(1).at.endColumn,
      });
    const name = cursor.name().text;
    cursor.next();
    if (cursor.is(",") || cursor.is(")"))
      throw cursor.wrong("expected argument value expression", cursor.since(start));
    const value = read.expression(cursor);
    if (before.some((other) => other.kind === "=" && other.name === name))
      throw cursor.wrong(`keyword argument repeated: ${name}`, cursor.since(start));
    return { kind: "=", name, value };
  }
  const value = read.namedExpression(cursor);
  if (cursor.is("="))
    throw cursor.wrong('expression cannot contain assignment, perhaps you meant "=="?', {
      ...value.at,
      endColumn: cursor.peek().at.endColumn,
    });
  const named = before.find((other) => other.kind === "=" || other.kind === "**");
  if (named && !isLoop(cursor)) {
    const after = named.kind === "=" ? "" : " unpacking";
    throw cursor.wrong(
      `positional argument follows keyword argument${after}`,
      cursor.is(")") ? cursor.peek().at : cursor.since(value.at),
    );
  }
  return { kind: "", name: "", value };
}

const isLoop = (cursor: Cursor): boolean => cursor.is("for") || (cursor.is("async") && cursor.is("for", 1));

/** The `for … in … if …` parts of a comprehension. */
export function comprehension(cursor: Cursor, read: Readers): Loop[] {
  const loops: Loop[] = [];
  while (isLoop(cursor)) {
    const isAsync = cursor.take("async");
    cursor.expect("for");
    const target = targetList(cursor, read);
    cursor.expect("in");
    const source = read.withoutChoice(cursor);
    const tests: Expression[] = [];
    while (cursor.take("if")) tests.push(read.withoutChoice(cursor));
    loops.push({ target, source, tests, isAsync });
  }
  return loops;
}

/** What stands between `for` and `in`: never a comparison, so that the `in` belongs to the loop. */
export function targetList(cursor: Cursor, read: Readers): Expression {
  const start = cursor.peek().at;
  const item = (): Expression => {
    const at = cursor.peek().at;
    if (!cursor.take("*")) return read.operand(cursor);
    const value = read.operand(cursor);
    return { type: "Starred", value, at: cursor.since(at) };
  };
  const first = item();
  if (!cursor.is(",")) return first;
  const items = [first];
  while (cursor.take(",")) {
    if (cursor.is("in")) break;
    items.push(item());
  }
  return { type: "Tuple", items, at: cursor.since(start) };
}
