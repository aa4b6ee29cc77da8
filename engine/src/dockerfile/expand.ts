import { goQuote } from "./go-quote.ts";
import { WordError, WordLexer, WordList } from "./word-lexer.ts";
import type { LexerOptions } from "./word-lexer.ts";

/** A text with its variables replaced. */
export interface Expansion {
  readonly value: string;
  /** Names that had a value, and names that had none. */
  readonly matched: ReadonlySet<string>;
  readonly unmatched: ReadonlySet<string>;
}

export interface ExpansionError {
  /** BuildKit's words: `failed to process "…": …`. */
  readonly error: string;
  readonly matched: ReadonlySet<string>;
  readonly unmatched: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const SPECIAL = /[$'"\\`]/;

/**
 * Replaces variables and takes quotes and escapes away, as BuildKit's `shell.Lex.ProcessWord` does; white space stays.
 *
 * @throws {EngineError} `LIMIT` when the result grows past 1 MiB or `${}` nest past 200.
 */
export function expandWord(
  text: string,
  variables: ReadonlyMap<string, string>,
  escape = "\\",
  options: LexerOptions = {},
): Expansion | ExpansionError {
  if (!SPECIAL.test(text)) return { value: text, matched: NONE, unmatched: NONE };
  const lexer = new WordLexer(text, variables, escape, options);
  try {
    const value = lexer.read("");
    return { value, matched: lexer.matched, unmatched: lexer.unmatched };
  } catch (error) {
    if (!(error instanceof WordError)) throw error;
    return {
      error: `failed to process ${goQuote(text)}: ${error.message}`,
      matched: lexer.matched,
      unmatched: lexer.unmatched,
    };
  }
}

/**
 * The same split into words at unquoted white space (`ProcessWords`): what EXPOSE does, and how heredocs are found.
 *
 * @throws {EngineError} `LIMIT`, as {@link expandWord}.
 */
export function expandWords(
  text: string,
  variables: ReadonlyMap<string, string>,
  escape = "\\",
  options: LexerOptions = {},
): { readonly words: readonly string[] } | { readonly error: string } {
  const lexer = new WordLexer(text, variables, escape, options);
  const words = new WordList();
  try {
    lexer.read("", words);
    return { words: words.finish() };
  } catch (error) {
    if (!(error instanceof WordError)) throw error;
    return { error: `failed to process ${goQuote(text)}: ${error.message}` };
  }
}

export type { LexerOptions };
