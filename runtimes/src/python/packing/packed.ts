import { tokenise } from "../source/tokenise.ts";
import type { Token } from "../source/token.ts";

/**
 * A text of the library without what only its readers need: comments, docstrings, blank lines, wide indentation. It means the
 * same; its line numbers are others, and no traceback shows those of the library. Packing twice changes nothing.
 */
export function packed(source: string): string {
  const { tokens } = tokenise(source);
  const lines: string[] = [];
  let depth = 0;
  let line = "";
  let before: Token | undefined;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "indent") depth++;
    else if (token.kind === "dedent") depth--;
    else if (token.kind === "newline") {
      if (line !== "") lines.push(`${" ".repeat(depth)}${line}`);
      line = "";
      before = undefined;
    } else if (token.kind !== "end") {
      if (!before && isAlone(tokens, i)) {
        // A body that is nothing but its docstring still needs a statement.
        if (tokens[i - 1]?.kind === "indent" && tokens[i + 2]?.kind === "dedent") line = "pass";
        continue;
      }
      line += before && touches(before, token) ? ` ${token.text}` : token.text;
      before = token;
    }
  }
  return `${lines.join("\n")}\n`;
}

/** A string that is a statement of its own. */
const isAlone = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === "string" && tokens[i + 1]?.kind === "newline";

/** Would the two be read as one, or as two others? */
const touches = (before: Token, token: Token): boolean =>
  before.kind !== "operator" &&
  (token.kind !== "operator" || (before.kind === "number" && token.text === "."));
