import type { ConfigProblem, Directive } from "./directive.ts";

interface Token {
  /** What it is where it is no word. */
  readonly sign: ";" | "{" | "}" | "error" | undefined;
  /** The word, quotes and escapes taken away, or the error. */
  readonly text: string;
  readonly line: number;
}

/** Blocks inside one another. */
const DEPTH = 50;

/** Asked of each directive as soon as its `;` or `{` is read, so that the first mistake of the file is the one told. */
export type Accept = (
  directive: Directive,
  /** Names of the blocks around it, the outermost first. */
  context: readonly string[],
) => readonly Directive[] | ConfigProblem;

/**
 * Reads the text of a configuration file: directives of words that end with `;` or open a block.
 *
 * A word ends at white space, `;` or `{`; quotes keep all of that, `\` keeps the next character, `${` is no block. The
 * errors are nginx's own (ngx_conf_read_token), told with the line on which the reading stopped. What `accept` gives back
 * takes the directive's place: itself, or the directives of a file that it includes.
 */
export function parseConfig(
  text: string,
  file: string,
  around: readonly string[],
  accept: Accept,
): readonly Directive[] | ConfigProblem {
  const stack: { directives: Directive[]; head: Directive }[] = [];
  let directives: Directive[] = [];
  let words: string[] = [];
  const problem = (what: string, line: number): ConfigProblem => ({ error: `${what} in ${file}:${line}` });
  for (const token of tokens(text)) {
    const { line, sign } = token;
    if (sign === undefined) words.push(token.text);
    else if (sign === "error") return problem(token.text, line);
    else if (sign === "}") {
      const outer = stack.pop();
      if (words.length > 0 || !outer) return problem('unexpected "}"', line);
      outer.directives.push({ ...outer.head, block: directives });
      ({ directives } = outer);
    } else {
      const [name, ...args] = words;
      if (name === undefined) return problem(`unexpected "${sign}"`, line);
      words = [];
      const head: Directive = { name, args, block: sign === "{" ? [] : undefined, file, line };
      const accepted = accept(head, [...around, ...stack.map((one) => one.head.name)]);
      if ("error" in accepted) return accepted;
      if (sign === ";") directives.push(...accepted);
      else {
        if (stack.length >= DEPTH) return problem("too many nested blocks", line);
        stack.push({ directives, head });
        directives = [];
      }
    }
  }
  const lastLine = (text.match(/\n/g)?.length ?? 0) + 1;
  if (words.length > 0) return problem('unexpected end of file, expecting ";" or "}"', lastLine);
  if (stack.length > 0) return problem('unexpected end of file, expecting "}"', lastLine);
  return directives;
}

/** Words and signs in order; a word that is quoted is never a sign. */
function* tokens(text: string): Generator<Token> {
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const first = text[at] ?? "";
    if (first === "\n") line++;
    if (/\s/.test(first)) at++;
    else if (first === "#") {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else if (first === ";" || first === "{" || first === "}") {
      yield { sign: first, text: first, line };
      at++;
    } else {
      const quote = first === '"' || first === "'" ? first : undefined;
      const word = quote === undefined ? bareWord(text, at) : quotedWord(text, at + 1, quote);
      line += word.text.match(/\n/g)?.length ?? 0;
      if (word.end > text.length) {
        yield { sign: "error", text: 'unexpected end of file, expecting ";" or "}"', line };
        return;
      }
      yield { sign: undefined, text: word.text, line };
      at = word.end;
      const next = text[at] ?? "";
      if (quote !== undefined && next !== "" && !/[\s;{)]/.test(next))
        yield { sign: "error", text: `unexpected "${next}"`, line };
    }
  }
}

interface Word {
  readonly text: string;
  /** Behind its last character; beyond the text where it never ends. */
  readonly end: number;
}

const ESCAPES: Readonly<Record<string, string>> = { t: "\t", r: "\r", n: "\n" };

/** A backslash stays before all but quotes, itself, space and the letters for tab and line ends. */
function escaped(next: string): string {
  if (next === '"' || next === "'" || next === "\\") return next;
  return ESCAPES[next] ?? `\\${next}`;
}

function quotedWord(text: string, from: number, quote: string): Word {
  let word = "";
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === quote) return { text: word, end: at + 1 };
    if (sign === "\\" && at + 1 < text.length) word += escaped(text[++at] ?? "");
    else word += sign;
  }
  return { text: word, end: text.length + 1 };
}

function bareWord(text: string, from: number): Word {
  let word = "";
  let at = from;
  for (; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === "$" && text[at + 1] === "{") {
      word += "${";
      at++;
    } else if (/[\s;{]/.test(sign)) break;
    else if (sign === "\\" && at + 1 < text.length) word += escaped(text[++at] ?? "");
    else word += sign;
  }
  return { text: word, end: at };
}
