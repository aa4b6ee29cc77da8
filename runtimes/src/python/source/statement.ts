import { checkTarget } from "./assignable.ts";
import type { Cursor } from "./cursor.ts";
import { argumentList, targetList } from "./expression-parts.ts";
import { expression, expressionList, namedExpression, readers } from "./expression.ts";
import { parameterList } from "./parameters.ts";
import { casePattern } from "./pattern.ts";
import { simpleStatement } from "./simple-statement.ts";
import { NotRun } from "./syntax-problem.ts";
import type { Expression, Handler, Span, Statement } from "./tree.ts";

/** All statements up to the end of the file. */
export function fileStatements(cursor: Cursor): Statement[] {
  const found: Statement[] = [];
  while (!cursor.isKind("end")) {
    if (cursor.isKind("newline")) cursor.next();
    else found.push(...statement(cursor));
  }
  return found;
}

/** One line of simple statements, or one block. */
function statement(cursor: Cursor): Statement[] {
  const token = cursor.peek();
  if (token.kind === "indent") throw cursor.wrong();
  if (token.kind === "operator" && token.text === "@") return [decorated(cursor)];
  if (token.kind === "name") {
    const block = compound(cursor, token.text);
    if (block) return [block];
  }
  const found = [simpleStatement(cursor)];
  while (cursor.take(";")) {
    if (cursor.isKind("newline")) break;
    found.push(simpleStatement(cursor));
  }
  if (!cursor.isKind("newline")) throw cursor.wrong();
  cursor.next();
  return found;
}

function compound(cursor: Cursor, word: string): Statement | null {
  const start = cursor.peek().at;
  switch (word) {
    case "if":
      return ifStatement(cursor, "if");
    case "while": {
      cursor.next();
      const test = condition(cursor);
      const body = block(cursor, "'while' statement", start, { inLoop: true });
      return { type: "While", test, body, orElse: elseBlock(cursor), at: cursor.since(start) };
    }
    case "for":
      return forStatement(cursor, start, false);
    case "with":
      return withStatement(cursor, start, false);
    case "try":
      return tryStatement(cursor);
    case "def":
      return functionStatement(cursor, start, [], false);
    case "class":
      return classStatement(cursor, start, []);
    case "async": {
      cursor.next();
      if (cursor.is("def")) return functionStatement(cursor, start, [], true);
      if (!cursor.within.inAsync) {
        if (cursor.is("with") || cursor.is("for"))
          throw cursor.wrong(`'async ${cursor.peek().text}' outside async function`, start);
        throw cursor.wrong();
      }
      return cursor.is("for") ? forStatement(cursor, start, true) : withStatement(cursor, start, true);
    }
    case "match":
      return matchStatement(cursor);
    case "type":
      if (cursor.isName(1) && (cursor.is("=", 2) || cursor.is("[", 2)) && cursor.version >= 12)
        throw new NotRun("the statement `type X = …`", start.line);
      return null;
    default:
      return null;
  }
}

/** The test of `if` and `while`, then its colon. */
function condition(cursor: Cursor): Expression {
  const test = namedExpression(cursor);
  if (cursor.is("=") && !cursor.is("==")) {
    if (test.type === "Name")
      throw cursor.wrong("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", {
        ...test.at,
        endLine: cursor.peek(1).at.endLine,
        endColumn: cursor.peek(1).at.endColumn,
      });
    if (test.type === "Attribute" || test.type === "Subscript") {
      const what = test.type.toLowerCase();
      throw cursor.wrong(`cannot assign to ${what} here. Maybe you meant '==' instead of '='?`, test.at);
    }
    checkTarget(cursor, test, "assign to", true);
  }
  return test;
}

/** `: statements`, on the same line or indented. */
function block(
  cursor: Cursor,
  what: string,
  header: Span,
  inside: Partial<Cursor["within"]> = {},
): Statement[] {
  cursor.colon(/'(?:if|elif|while|for|with|except)' statement|class definition/.test(what));
  const before = cursor.within;
  cursor.within = { ...before, ...inside };
  try {
    if (!cursor.isKind("newline")) return statement(cursor);
    cursor.next();
    if (!cursor.isKind("indent")) {
      const token = cursor.peek();
      const missing = cursor.wrong(
        `expected an indented block after ${what} on line ${header.line}`,
        token.at,
      );
      throw Object.assign(missing, { kind: "IndentationError" });
    }
    cursor.next();
    const found: Statement[] = [];
    cursor.deeper(() => {
      while (!cursor.isKind("dedent") && !cursor.isKind("end")) found.push(...statement(cursor));
    });
    if (cursor.isKind("dedent")) cursor.next();
    return found;
  } finally {
    cursor.within = before;
  }
}

function elseBlock(cursor: Cursor): Statement[] {
  const start = cursor.peek().at;
  if (!cursor.take("else")) return [];
  return block(cursor, "'else' statement", start);
}

function ifStatement(cursor: Cursor, word: "if" | "elif"): Statement {
  const start = cursor.expect(word).at;
  const test = condition(cursor);
  const body = block(cursor, `'${word}' statement`, start);
  const orElse = cursor.is("elif") ? [ifStatement(cursor, "elif")] : elseBlock(cursor);
  return { type: "If", test, body, orElse, at: cursor.since(start) };
}

function forStatement(cursor: Cursor, start: Span, isAsync: boolean): Statement {
  cursor.expect("for");
  const target = targetList(cursor, readers);
  checkTarget(cursor, target);
  cursor.expect("in");
  const source = expressionList(cursor, true);
  const body = block(cursor, "'for' statement", start, { inLoop: true });
  return { type: "For", target, source, body, orElse: elseBlock(cursor), isAsync, at: cursor.since(start) };
}

function withStatement(cursor: Cursor, start: Span, isAsync: boolean): Statement {
  cursor.expect("with");
  type Item = { value: Expression; target: Expression | null };
  const item = (): Item => {
    const value = expression(cursor);
    if (!cursor.take("as")) return { value, target: null };
    const target = readers.operand(cursor);
    checkTarget(cursor, target);
    return { value, target };
  };
  const list = (end: string): Item[] => {
    const items = [item()];
    while (cursor.take(",")) {
      if (cursor.is(end)) break;
      items.push(item());
    }
    return items;
  };
  const mark = cursor.mark();
  let items: Item[] | null = null;
  if (cursor.take("(")) {
    // `with (a as b, c as d):` if it reads to `):`; otherwise the bracket belongs to an expression.
    try {
      const found = list(")");
      if (cursor.take(")") && cursor.is(":")) items = found;
    } catch {
      items = null;
    }
    if (!items) cursor.reset(mark);
  }
  items ??= list(":");
  const body = block(cursor, "'with' statement", start);
  return { type: "With", items, body, isAsync, at: cursor.since(start) };
}

function tryStatement(cursor: Cursor): Statement {
  const start = cursor.expect("try").at;
  const body = block(cursor, "'try' statement", start);
  const handlers: Handler[] = [];
  let star = false;
  while (cursor.is("except")) {
    const at = cursor.next().at;
    star = cursor.take("*") || star;
    let test: Expression | null = null;
    let name: string | null = null;
    if (!cursor.is(":")) {
      test = expression(cursor);
      if (cursor.is(",") && cursor.version < 14)
        throw cursor.wrong("multiple exception types must be parenthesized", {
          ...test.at,
          endColumn: cursor.peek(1).at.endColumn,
        });
      if (cursor.is(",")) throw new NotRun("`except A, B:` without parentheses", at.line);
      if (cursor.take("as")) name = cursor.name().text;
    }
    handlers.push({ test, name, body: block(cursor, "'except' statement", at), at: cursor.since(at) });
  }
  for (const handler of handlers.slice(0, -1))
    if (!handler.test) throw cursor.wrong("default 'except:' must be last", handler.at);
  const orElse = handlers.length > 0 ? elseBlock(cursor) : [];
  const lastAt = cursor.peek().at;
  const last = cursor.take("finally") ? block(cursor, "'finally' statement", lastAt) : [];
  if (handlers.length === 0 && last.length === 0) throw cursor.wrong("expected 'except' or 'finally' block");
  return { type: "Try", body, handlers, orElse, last, star, at: cursor.since(start) };
}

function decorated(cursor: Cursor): Statement {
  const decorators: Expression[] = [];
  const start = cursor.peek().at;
  while (cursor.take("@")) {
    decorators.push(namedExpression(cursor));
    if (!cursor.isKind("newline")) throw cursor.wrong();
    cursor.next();
  }
  const at = cursor.peek().at;
  if (cursor.is("class")) return classStatement(cursor, at, decorators);
  if (cursor.is("def")) return functionStatement(cursor, at, decorators, false);
  if (cursor.take("async") && cursor.is("def")) return functionStatement(cursor, at, decorators, true);
  throw cursor.wrong("invalid syntax", cursor.isKind("end") ? start : cursor.peek().at);
}

/** The names between brackets behind that of a function or class, which stand for types. */
function typeParameters(cursor: Cursor): readonly string[] {
  if (!cursor.is("[")) return [];
  if (cursor.version < 12) throw cursor.wrong("expected '('");
  const names: string[] = [];
  cursor.next();
  do {
    if (cursor.is("]")) break;
    if (!cursor.take("*")) cursor.take("**");
    names.push(cursor.name().text);
    if (cursor.take(":")) expression(cursor);
    if (cursor.version >= 13 && cursor.take("=")) expression(cursor);
  } while (cursor.take(","));
  if (!cursor.is("]") || names.length === 0) throw cursor.wrong();
  cursor.next();
  return names;
}

function functionStatement(
  cursor: Cursor,
  start: Span,
  decorators: readonly Expression[],
  isAsync: boolean,
): Statement {
  cursor.expect("def");
  const name = cursor.name().text;
  const types = typeParameters(cursor);
  if (!cursor.is("(")) throw cursor.wrong("expected '('");
  cursor.next();
  const parameters = parameterList(cursor, ")", expression);
  if (!cursor.is(")")) throw cursor.wrong();
  cursor.next();
  const returns = cursor.take("->") ? expression(cursor) : null;
  const inside = { inFunction: true, inAsync: isAsync, inLoop: false, inClass: false };
  const body = block(cursor, "function definition", start, inside);
  const at = cursor.since(start);
  return { type: "Function", name, types, parameters, returns, body, decorators, isAsync, at };
}

function classStatement(cursor: Cursor, start: Span, decorators: readonly Expression[]): Statement {
  cursor.expect("class");
  const name = cursor.name().text;
  const types = typeParameters(cursor);
  const args = cursor.is("(") ? argumentList(cursor, readers) : [];
  const inside = { inFunction: false, inAsync: false, inLoop: false, inClass: true };
  const body = block(cursor, "class definition", start, inside);
  return { type: "Class", name, types, args, body, decorators, at: cursor.since(start) };
}

/** `match` is a name everywhere else: a line that does not read as a match statement is read again as another. */
function matchStatement(cursor: Cursor): Statement | null {
  const mark = cursor.mark();
  const start = cursor.next().at;
  try {
    if (!["name", "number", "string"].includes(cursor.peek().kind) && !/^[([{~-]$/.test(cursor.peek().text)) {
      cursor.reset(mark);
      return null;
    }
    const subject = expressionList(cursor, true);
    if (!cursor.is(":") || !cursor.isKind("newline", 1) || !cursor.isKind("indent", 2)) throw null;
    if (!cursor.is("case", 3)) throw null;
    cursor.next();
    cursor.next();
    cursor.next();
    return cases(cursor, start, subject);
  } catch (error) {
    if (error !== null && cursor.is("case")) throw error;
    if (error !== null && cursor.mark() > mark + 4) throw error;
    cursor.reset(mark);
    return null;
  }
}

function cases(cursor: Cursor, start: Span, subject: Expression): Statement {
  type Case = Extract<Statement, { type: "Match" }>["cases"][number];
  const found: Case[] = [];
  while (cursor.is("case")) {
    const at = cursor.next().at;
    const pattern = casePattern(cursor);
    const guard = cursor.take("if") ? namedExpression(cursor) : null;
    found.push({ pattern, guard, body: block(cursor, "'case' statement", at), at });
  }
  if (!cursor.isKind("dedent")) throw cursor.wrong("expected 'case'");
  cursor.next();
  return { type: "Match", subject, cases: found, at: cursor.since(start) };
}
