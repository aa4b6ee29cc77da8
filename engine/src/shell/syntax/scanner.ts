import { EngineError } from "../../core/engine-error.ts";
import type { Dialect } from "../interpreter/shell.ts";
import { reservedWords } from "./reserved-words.ts";

export interface Token {
  /** `word`, `redirection`, `newline`, `eof`, an operator, or a reserved word. */
  readonly kind: string;
  readonly text: string;
  readonly at: number;
  readonly end: number;
  /** For a reserved word: the plain word that it is elsewhere. */
  readonly plain?: Token;
}

/** Where and why a script is wrong. */
export class SyntaxFailure {
  readonly words: string;
  readonly line: number;
  constructor(words: string, line: number) {
    this.words = words;
    this.line = line;
  }
}

/** What aliases stand for, by name. */
export type Aliases = ReadonlyMap<string, string>;

const MAX_DEPTH = 200;
/** Characters that a script may have with what its aliases stand for. */
const LONGEST = 1 << 20;
/** `${x%` so far, or more of it. */
const TRIMMING = /^\$\{(?:\w+|[@*?$!-])[%#]/;
const BARE_COLON = /(?:\w+|[@*#?$!-]):\}/y;

/** Cuts a script into the tokens of dash's grammar, and notes what a parser of bash would read in another way. */
export class Scanner {
  /** The script, with what aliases stand for in their place. */
  text: string;
  readonly dialect: Exclude<Dialect, "bash">;
  readonly edits: [at: number, text: string][] = [];
  at: number = 0;
  /** How much longer than the script the text has become by now. */
  grown = 0;
  readonly aliases: Aliases;
  /** Where the text of aliases stands that are not to be put in again inside it. */
  #inUse: { readonly name: string; end: number; readonly goesOn: boolean }[] = [];
  #depth = 0;
  /** How many `$((` are open. */
  #sums = 0;
  /** Is this the text of a here-document, in which quotes are plain? */
  #isHereDoc = false;
  /** A here-document's last line counts as ended even where the script ends with it. */
  #endedAtEnd = 0;
  #hereDocs: { delimiter: string; tabs: boolean; quoted: boolean }[] = [];
  readonly #substitution: (inner: Scanner) => () => void;

  constructor(
    text: string,
    dialect: Exclude<Dialect, "bash">,
    substitution: (inner: Scanner) => () => void,
    aliases: Aliases = new Map(),
  ) {
    this.aliases = aliases;
    this.text = text;
    this.dialect = dialect;
    this.#substitution = substitution;
  }

  /** Begins something that can hold itself. @throws {EngineError} LIMIT */
  enter(): void {
    if (++this.#depth > MAX_DEPTH)
      throw new EngineError("LIMIT", {
        what: "commands inside one another",
        limit: MAX_DEPTH,
      });
  }

  leave(): void {
    this.#depth--;
  }

  failure(words: string): SyntaxFailure {
    let line = 1;
    for (let i = this.text.indexOf("\n"); i >= 0 && i < this.at; i = this.text.indexOf("\n", i + 1)) line++;
    line += this.#endedAtEnd;
    return new SyntaxFailure(words, line);
  }

  /** Puts what an alias stands for in the place of the word just read (dash's `readtoken`). @returns false where it is none */
  unalias({ kind, text, at, end }: Token): boolean {
    const value = kind === "word" ? this.aliases.get(text) : undefined;
    if (value === undefined || this.#inUse.some(({ name, end }) => name === text && at < end)) return false;
    this.#replace(at, end, value);
    this.#inUse.push({ name: text, end: at + value.length, goesOn: /[ \t]$/.test(value) });
    this.at = at;
    return true;
  }

  /** Does the word come right after an alias that ends with a blank? */
  followsAlias(at: number): boolean {
    return this.#inUse.some(
      ({ end, goesOn }) => goesOn && end <= at && this.text.slice(end, at).trim() === "",
    );
  }

  /** Is there more to read of what an alias stands for? */
  get isInAlias(): boolean {
    return this.#inUse.some(({ end }) => end > this.at);
  }

  #replace(from: number, to: number, value: string): void {
    const more = value.length - (to - from);
    if (this.text.length + more > LONGEST)
      throw new EngineError("LIMIT", { what: "characters of a script", limit: LONGEST });
    this.text = this.text.slice(0, from) + value + this.text.slice(to);
    this.grown += more;
    for (const one of this.#inUse) if (one.end >= to) one.end += more;
  }

  edit(at: number, text: string): void {
    if (!this.edits.some(([other]) => other === at)) this.edits.push([at, text]);
  }

  /** `((` is one subshell in another here. */
  splitDoubleParenthesis(token: Token): void {
    if (this.text[token.end] === "(") this.edit(token.end, " ");
  }

  /** The text of a here-document follows after the next line feed. */
  hereDoc(word: Token, tabs: boolean): void {
    this.#hereDocs.push({
      delimiter: word.text.replaceAll(/\\([\s\S])|['"]/g, "$1"),
      tabs,
      quoted: /[\\'"]/.test(word.text),
    });
  }

  asKeyword(token: Token): Token {
    if (token.kind !== "word") return token;
    const known = reservedWords.has(token.text) || (this.dialect === "ash" && token.text === "function");
    return known ? { ...token, kind: token.text, plain: token } : token;
  }

  #make(kind: string, at: number): Token {
    return { kind, text: this.text.slice(at, this.at), at, end: this.at };
  }

  token(): Token {
    const { text } = this;
    for (;;) {
      const character = text[this.at];
      if (character === " " || character === "\t") this.at++;
      else if (character === "\\" && text[this.at + 1] === "\n") this.at += 2;
      else if (character === "#") while (this.at < text.length && text[this.at] !== "\n") this.at++;
      else break;
    }
    const at = this.at;
    const character = text[at];
    if (character === undefined) return this.#make("eof", at);
    if (character === "\n") {
      this.at++;
      this.#skipHereDocs();
      return { kind: "newline", text: "\n", at, end: at + 1 };
    }
    const double = text.slice(at, at + 2);
    if (this.dialect === "ash" && double === "&>") {
      this.at += text[at + 2] === ">" ? 3 : 2;
      return this.#make("redirection", at);
    }
    if (double === "&>") this.edit(at + 1, " ");
    if (double === "&&" || double === "||" || double === ";;") {
      this.at += 2;
      return this.#make(double, at);
    }
    if ("&|;()".includes(character)) {
      this.at++;
      return this.#make(character, at);
    }
    return this.#redirectionAt(at) ?? this.#word();
  }

  #redirectionAt(at: number): Token | undefined {
    const match = /\d?(?:<<-|<<|<>|<&|>>|>\||>&|<|>)/y;
    match.lastIndex = at;
    const found = match.exec(this.text)?.[0];
    if (found === undefined) return undefined;
    this.at = at + found.length;
    if (this.dialect === "ash" && /^[<>]$/.test(found) && this.text[this.at] === "(") {
      // busybox knows process substitution; it is one word.
      this.at++;
      this.#inside();
      return this.#make("word", at);
    }
    return { ...this.#make("redirection", at), text: found.replace(/^\d/, "") };
  }

  #skipHereDocs(): void {
    for (const { delimiter, tabs, quoted } of this.#hereDocs) {
      const from = this.at;
      let to = from;
      while (this.at < this.text.length) {
        const end = this.text.indexOf("\n", this.at);
        const line = this.text.slice(this.at, end < 0 ? undefined : end);
        this.at = end < 0 ? this.text.length : end + 1;
        if ((tabs ? line.replace(/^\t+/, "") : line) === delimiter) {
          if (end < 0) this.#endedAtEnd++;
          to = this.at - line.length - (end < 0 ? 0 : 1);
          break;
        }
        to = this.at;
      }
      if (!quoted) this.#hereText(from, to);
    }
    this.#hereDocs = [];
  }

  /** The expansions in a here-document's text. */
  #hereText(from: number, to: number): void {
    const after = this.at;
    const inner = new Scanner(this.text.slice(0, to), this.dialect, this.#substitution);
    inner.at = from;
    inner.#depth = this.#depth;
    inner.#isHereDoc = true;
    while (inner.at < to) {
      const character = inner.text[inner.at];
      if (character === '"' || character === "'") inner.at++;
      else inner.#piece(true);
    }
    for (const [at, text] of inner.edits) this.edit(at, text);
    this.at = after;
  }

  #word(): Token {
    const at = this.at;
    while (this.at < this.text.length && !/[ \t\n;&|()<>]/.test(this.text[this.at] ?? "")) this.#piece(false);
    // In dash only one digit names a descriptor.
    if (
      this.dialect === "dash" &&
      /^[<>]$/.test(this.text[this.at] ?? "") &&
      /^\d\d+$/.test(this.text.slice(at, this.at))
    )
      this.edit(this.at, " ");
    return this.#make("word", at);
  }

  #unterminated(): SyntaxFailure {
    return this.failure(
      this.dialect === "dash" ? "Unterminated quoted string" : "unterminated quoted string",
    );
  }

  /** One character, quotation or expansion of a word. */
  #piece(quoted: boolean): void {
    const { text } = this;
    const character = text[this.at];
    if (character === "\\") this.at = Math.min(this.at + 2, text.length);
    else if (character === "'" && !quoted) {
      const end = text.indexOf("'", this.at + 1);
      if (end < 0) {
        this.at = text.length;
        throw this.#unterminated();
      }
      this.at = end + 1;
    } else if (character === '"') this.#doubleQuoted();
    else if (character === "`") this.#backquoted();
    else if (character === "$") this.#dollar(quoted);
    else this.at++;
  }

  #doubleQuoted(): void {
    this.at++;
    while (this.text[this.at] !== '"') {
      if (this.at >= this.text.length) throw this.#unterminated();
      this.#piece(true);
    }
    this.at++;
  }

  #backquoted(): void {
    const { at } = this;
    let body = "";
    for (this.at++; this.text[this.at] !== "`"; this.at++) {
      if (this.at >= this.text.length) throw this.failure("EOF in backquote substitution");
      if (this.text[this.at] === "\\" && /[`\\$]/.test(this.text[this.at + 1] ?? "")) this.at++;
      body += this.text[this.at] ?? "";
    }
    this.at++;
    this.enter();
    const inner = new Scanner(body, this.dialect, this.#substitution, this.aliases);
    inner.#depth = this.#depth;
    this.#substitution(inner);
    this.leave();
    if (inner.grown === 0 && inner.text === body) return;
    const text = `\`${inner.text.replaceAll(/[`\\$]/g, "\\$&")}\``;
    this.#replace(at, this.at, text);
    this.at = at + text.length;
  }

  #dollar(quoted: boolean): void {
    const { text } = this;
    const at = this.at;
    const next = text[at + 1];
    if (text.startsWith("$((", at)) return this.#arithmetic();
    if (next === "(") {
      this.at += 2;
      return this.#inside();
    }
    if (next === "{") {
      this.at += 2;
      this.enter();
      // A colon takes the next character for its operator, even the brace.
      BARE_COLON.lastIndex = this.at;
      if (BARE_COLON.test(text)) this.at = BARE_COLON.lastIndex;
      while (this.text[this.at] !== "}") {
        if (this.at >= this.text.length) throw this.#missingBrace(quoted);
        if (TRIMMING.test(this.text.slice(at, this.at)) && this.text[this.at] === "'") {
          // The pattern of `%` and `#` quotes for itself.
          this.#piece(false);
          continue;
        }
        this.#piece(quoted);
      }
      this.leave();
      this.at++;
      return;
    }
    if (!quoted && ((next === "'" && this.dialect === "dash") || next === '"' || next === "["))
      this.edit(at, "\\");
    else if (quoted && next === "[") this.edit(at, "\\");
    this.at++;
    if (!quoted && next === "'" && this.dialect === "ash") {
      this.at++;
      while (text[this.at] !== "'") {
        if (this.at >= text.length) throw this.#unterminated();
        this.at += text[this.at] === "\\" ? 2 : 1;
      }
      this.at++;
    }
  }

  #missingBrace(quoted: boolean): SyntaxFailure {
    const words =
      this.#sums > 0
        ? "Missing '))'"
        : quoted && !this.#isHereDoc
          ? "Unterminated quoted string"
          : "Missing '}'";
    return this.failure(this.dialect === "dash" ? words : words[0]?.toLowerCase() + words.slice(1));
  }

  /** Commands up to the closing parenthesis, by the grammar itself. */
  #inside(): void {
    this.enter();
    const outer = this.#hereDocs;
    this.#hereDocs = [];
    this.#substitution(this)();
    this.#hereDocs = outer;
    this.leave();
  }

  #arithmetic(): void {
    this.#sums++;
    this.#sum();
    this.#sums--;
  }

  #sum(): void {
    this.at += 3;
    let depth = 0;
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined)
        throw this.failure(this.dialect === "dash" ? "Missing '))'" : "missing '))'");
      if (character === "(") depth++;
      if (character === ")") {
        if (depth === 0 && this.text[this.at + 1] === ")") {
          this.at += 2;
          return;
        }
        depth--;
      }
      if (character === "$" || character === "`" || character === '"' || character === "\\")
        this.#piece(true);
      else this.at++;
    }
  }
}
