import { EngineError } from "../core/engine-error.ts";
import { isSpace } from "./space.ts";
import { readPattern, replaceMatches, trimPrefix, trimSuffix } from "./shell-pattern.ts";

/** What a lexer leaves alone. */
export interface LexerOptions {
  /** Quotes stay in the text. */
  readonly rawQuotes?: boolean;
  /** Escape characters stay in the text. */
  readonly rawEscapes?: boolean;
  /** A variable without a value stays as it is written. */
  readonly keepUnset?: boolean;
  /** Quotes are plain characters. */
  readonly ignoreQuotes?: boolean;
}

/** What is wrong with a word, in BuildKit's words. */
export class WordError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

const DEPTH = 200;
const LENGTH = 1 << 20;
const END = "";

/** Reads one text as BuildKit's shell lexer does: quotes, escapes, `$name` and `${name…}`. Good for one run. */
export class WordLexer {
  readonly matched: Set<string> = new Set();
  readonly unmatched: Set<string> = new Set();
  private at = 0;
  private depth = 0;
  /** The list of the outermost text. BuildKit shares one buffer with inner texts, so what stood before `${x:-y}` in a word is lost. */
  private words: WordList | undefined;
  private rawEscapes: boolean;
  private readonly text: string;
  private readonly variables: ReadonlyMap<string, string>;
  private readonly escape: string;
  private readonly options: LexerOptions;

  constructor(text: string, variables: ReadonlyMap<string, string>, escape: string, options: LexerOptions) {
    this.text = text;
    this.variables = variables;
    this.escape = escape;
    this.options = options;
    this.rawEscapes = options.rawEscapes === true;
  }

  /** Up to `stop`, which is taken too; `words` gets what a split at unquoted white space gives. @throws {WordError} */
  read(stop: string, words?: WordList): string {
    this.words?.drop();
    if (words !== undefined) this.words = words;
    if (++this.depth > DEPTH) throw new EngineError("LIMIT", { what: "depth of nested ${}", limit: DEPTH });
    let result = "";
    for (;;) {
      const character = this.peek();
      if (character === END) break;
      if (character === stop) {
        this.at += stop.length;
        this.depth--;
        return result;
      }
      if (character === "$") {
        const value = this.readDollar();
        result += value;
        words?.addSplit(value);
        if (result.length > LENGTH)
          throw new EngineError("LIMIT", { what: "length of an expanded value", limit: LENGTH });
      } else if ((character === "'" || character === '"') && this.options.ignoreQuotes !== true) {
        const value = character === "'" ? this.readSingleQuotes() : this.readDoubleQuotes();
        result += value;
        words?.addWhole(value);
      } else if (character === "<") {
        const value = this.readAngle();
        result += value;
        words?.addWhole(value);
      } else if (character === this.escape) {
        this.next();
        if (this.rawEscapes) {
          result += character;
          words?.addWhole(character);
        }
        const escaped = this.next();
        if (escaped === END) break;
        result += escaped;
        words?.addWhole(escaped);
      } else {
        const plain = this.readPlain(stop);
        result += plain;
        words?.addSplit(plain);
      }
    }
    if (stop !== END) throw new WordError(`unexpected end of statement while looking for matching ${stop}`);
    this.depth--;
    return result;
  }

  /** A run of characters that mean nothing. */
  private readPlain(stop: string): string {
    const start = this.at;
    const { text } = this;
    for (this.at++; this.at < text.length; this.at++) {
      const character = text[this.at];
      if (
        character === "$" ||
        character === "'" ||
        character === '"' ||
        character === "<" ||
        character === this.escape ||
        character === stop
      )
        break;
    }
    return text.slice(start, this.at);
  }

  /** White space after `<<` does not part words: a heredoc's name may follow it. */
  private readAngle(): string {
    const start = this.at++;
    if (this.text[this.at] === "<") {
      this.at++;
      while (" \t\r".includes(this.text[this.at] ?? "x")) this.at++;
    }
    return this.text.slice(start, this.at);
  }

  private readSingleQuotes(): string {
    const close = this.text.indexOf("'", this.at + 1);
    if (close < 0) throw new WordError("unexpected end of statement while looking for matching single-quote");
    const start = this.at;
    this.at = close + 1;
    return this.options.rawQuotes === true
      ? this.text.slice(start, close + 1)
      : this.text.slice(start + 1, close);
  }

  private readDoubleQuotes(): string {
    const quote = this.options.rawQuotes === true ? '"' : "";
    let result = quote;
    this.at++;
    for (;;) {
      const character = this.peek();
      if (character === END)
        throw new WordError("unexpected end of statement while looking for matching double-quote");
      if (character === '"') {
        this.at++;
        return result + quote;
      }
      if (character === "$") {
        result += this.readDollar();
        continue;
      }
      this.next();
      if (character !== this.escape) {
        result += character;
        continue;
      }
      if (this.rawEscapes) result += character;
      const escaped = this.peek();
      if (escaped === END) continue;
      if (escaped === '"' || escaped === "$" || escaped === this.escape) {
        this.at++;
        result += escaped;
      } else {
        result += character;
      }
    }
  }

  private readDollar(): string {
    this.at++;
    if (this.peek() !== "{") {
      const name = this.readName();
      if (name === "") return "$";
      return this.lookUp(name) ?? (this.options.keepUnset === true ? `$${name}` : "");
    }
    this.at++;
    const first = this.peek();
    if (first === END) throw new WordError("syntax error: missing '}'");
    if (first === "{" || first === "}" || first === ":")
      throw new WordError("syntax error: bad substitution");
    const name = this.readName();
    let modifier = this.next();
    switch (modifier) {
      case "}":
        return this.lookUp(name) ?? (this.options.keepUnset === true ? `\${${name}}` : "");
      case ":": {
        modifier = this.next();
        return this.readModified(name, modifier, `:${modifier === END ? "\uFFFD" : modifier}`);
      }
      case "+":
      case "-":
      case "?":
      case "#":
      case "%":
        return this.readModified(name, modifier, modifier);
      case "/":
        return this.readReplacement(name);
      default:
        throw new WordError(
          `unsupported modifier (${modifier === END ? "\uFFFD" : modifier}) in substitution`,
        );
    }
  }

  /** `${name:-word}` and its kin; `written` is the modifier with its colon. */
  private readModified(name: string, modifier: string, written: string): string {
    if (written === ":#" || written === ":%")
      throw new WordError(`unsupported modifier (${written}) in substitution`);
    const word = this.readPart("}", modifier === "#" || modifier === "%", "syntax error: missing '}'");
    const value = this.lookUp(name);
    if (value === undefined && this.options.keepUnset === true) return `\${${name}${written}${word}}`;
    const blank = value === undefined || (written.startsWith(":") && value === "");
    switch (written) {
      case "-":
      case ":-":
        return blank ? word : (value ?? "");
      case "+":
      case ":+":
        return blank ? "" : word;
      case "?":
      case ":?":
        if (!blank) return value ?? "";
        throw new WordError(
          `${name}: ${word || `is not allowed to be ${value === undefined ? "unset" : "empty"}`}`,
        );
      case "#":
      case "%": {
        const greedy = word.startsWith(modifier);
        const pattern = readTokens(greedy ? word.slice(1) : word);
        return modifier === "#"
          ? trimPrefix(pattern, value ?? "", greedy)
          : trimSuffix(pattern, value ?? "", greedy);
      }
      default:
        throw new WordError(`unsupported modifier (${written}) in substitution`);
    }
  }

  private readReplacement(name: string): string {
    const all = this.peek() === "/";
    if (all) this.at++;
    const pattern = this.readPart("/", true, "syntax error: missing '/' in ${}");
    const replacement = this.readPart("}", true, "syntax error: missing '}'");
    const value = this.lookUp(name);
    if (value === undefined && this.options.keepUnset === true)
      return `\${${name}/${pattern}/${replacement}}`;
    // Go expands `$1` in the text of a ReplaceAll only; a pattern has no groups, so they are empty.
    const fill = (match: string): string =>
      all
        ? replacement.replace(/\$(?:\$|\{\w*\}|\w+)/g, (ref) =>
            ref === "$$" ? "$" : /^\$\{?0\}?$/.test(ref) ? match : "",
          )
        : replacement;
    return replaceMatches(readTokens(pattern), value ?? "", fill, all);
  }

  private readPart(stop: string, rawEscapes: boolean, atEnd: string): string {
    const before = this.rawEscapes;
    this.rawEscapes = rawEscapes;
    try {
      return this.read(stop);
    } catch (error) {
      if (error instanceof WordError && this.peek() === END) throw new WordError(atEnd);
      throw error;
    } finally {
      this.rawEscapes = before;
    }
  }

  private lookUp(name: string): string | undefined {
    const value = this.variables.get(name);
    (value === undefined ? this.unmatched : this.matched).add(name);
    return value;
  }

  /** Letters, digits and `_`; digits alone, or one of the shell's special parameters. */
  private readName(): string {
    const first = this.peek();
    const start = this.at;
    if (first !== END && "@*#?-$!".includes(first)) {
      this.at++;
      return first;
    }
    const digits = isDigit(first);
    for (let character = first; character !== END; character = this.peek()) {
      if (digits ? !isDigit(character) : !isNamePart(character)) break;
      this.at += character.length;
    }
    return this.text.slice(start, this.at);
  }

  /** The next character, whole also where it takes two code units; "" at the end. */
  private peek(): string {
    const code = this.text.charCodeAt(this.at);
    if (code >= 0xd800 && code < 0xdc00) return String.fromCodePoint(this.text.codePointAt(this.at) ?? code);
    return this.text[this.at] ?? END;
  }

  private next(): string {
    const character = this.peek();
    this.at += character.length;
    return character;
  }
}

function readTokens(text: string): Exclude<ReturnType<typeof readPattern>, { badEscape: string }> {
  const tokens = readPattern(text);
  if ("badEscape" in tokens) {
    throw new WordError(`invalid pattern (${text}) in substitution: invalid escape '\\${tokens.badEscape}'`);
  }
  return tokens;
}

const isDigit = (character: string): boolean =>
  (character >= "0" && character <= "9") || (character > "\u007f" && /^\p{Nd}$/u.test(character));

function isNamePart(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) {
    return (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39) ||
      code === 0x5f
    );
  }
  return /^[\p{L}\p{Nd}]$/u.test(character);
}

/** Gathers words: white space that was neither quoted nor escaped parts them. */
export class WordList {
  private readonly words: string[] = [];
  private word = "";

  addSplit(text: string): void {
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      if (!isSpace(text.charCodeAt(at))) continue;
      this.word += text.slice(start, at);
      start = at + 1;
      if (this.word === "") continue;
      this.words.push(this.word);
      this.word = "";
    }
    this.word += text.slice(start);
  }

  addWhole(text: string): void {
    this.word += text;
  }

  /** Forgets the word that is being read. */
  drop(): void {
    this.word = "";
  }

  finish(): string[] {
    if (this.word !== "") this.words.push(this.word);
    this.word = "";
    return this.words;
  }
}
