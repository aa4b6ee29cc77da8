import { Cursor } from "./cursor.ts";
import { expressionList } from "./expression.ts";
import { fileStatements } from "./statement.ts";
import { SyntaxProblem } from "./syntax-problem.ts";
import { tokenise } from "./tokenise.ts";
import type { Expression, Statement } from "./tree.ts";

function reading<Result>(source: string, version: number, read: (cursor: Cursor) => Result): Result {
  const { tokens, unclosed } = tokenise(source, version);
  try {
    return read(new Cursor(tokens, version));
  } catch (error) {
    // An open bracket swallows the rest of the file: where the reading failed behind it, the bracket is the cause.
    if (
      error instanceof SyntaxProblem &&
      unclosed &&
      error.message.startsWith("invalid syntax") &&
      error.at.endLine > unclosed.at.line
    )
      throw new SyntaxProblem(`'${unclosed.text}' was never closed`, unclosed.at);
    if (unclosed && error instanceof SyntaxProblem && error.at.line >= (tokens.at(-1)?.at.line ?? 0))
      throw new SyntaxProblem(`'${unclosed.text}' was never closed`, unclosed.at);
    throw error;
  }
}

/** A whole file. `version`: the minor number of Python 3. */
export function parseFile(source: string, version: number): Statement[] {
  return reading(source, version, fileStatements);
}

/** What `eval` takes: one expression. */
export function parseExpression(source: string, version: number): Expression {
  return reading(source.trim(), version, (cursor) => {
    const value = expressionList(cursor, true);
    while (cursor.isKind("newline")) cursor.next();
    if (!cursor.isKind("end")) throw cursor.wrong();
    return value;
  });
}
