import type { Dialect } from "../interpreter/shell.ts";
import { type Aliases, Scanner, SyntaxFailure, type Token } from "./scanner.ts";

/** The first syntax error of a script, as dash and ash find it while they read command by command. */
interface ScriptError {
  readonly message: string;
  readonly line: number;
}

/** A script as the dialect reads it: where bash's words must be told from plain ones, and its first error. */
export interface Reading {
  /** Text to put in at places of the source, in order, so that a parser of bash reads it as this dialect does. */
  readonly edits: readonly (readonly [at: number, text: string])[];
  readonly error?: ScriptError;
  /** What was read, aliases put in, up to the command in which the error stands: it has run by then. */
  readonly text: string;
  /** Characters of the script that were read. */
  readonly taken: number;
}

const ENDS = new Set(["}", ")", "do", "done", "elif", "else", "esac", "fi", "then", ";;", "eof"]);
const SPECIAL = new Set([
  ".",
  ":",
  "break",
  "continue",
  "eval",
  "exec",
  "exit",
  "export",
  "readonly",
  "return",
  "set",
  "shift",
  "times",
  "trap",
  "unset",
  "local",
]);
/** Words that begin a command in bash and are plain names here. */
const FOREIGN: Readonly<Record<"dash" | "ash", ReadonlySet<string>>> = {
  dash: new Set(["[[", "function", "select", "coproc", "time"]),
  ash: new Set(["[[", "select", "coproc", "time"]),
};
const NAME = /^[A-Za-z_]\w*$/;

/** The grammar of dash's parser (POSIX 2.10 as its `parser.c` reads it), which only says whether and where a script is wrong. */
class Grammar {
  readonly scanner: Scanner;
  readonly dialect: "dash" | "ash";
  #held: Token | undefined;

  constructor(scanner: Scanner, dialect: "dash" | "ash") {
    this.scanner = scanner;
    this.dialect = dialect;
  }

  next(newlines: boolean, keywords: boolean): Token {
    const token = this.#held ?? this.scanner.token();
    this.#held = undefined;
    if (newlines && token.kind === "newline") return this.next(newlines, keywords);
    if (!keywords) return token;
    const known = this.scanner.asKeyword(token);
    return this.scanner.unalias(known) ? this.next(newlines, keywords) : known;
  }

  back(token: Token): void {
    this.#held = token.plain ?? token;
  }

  unexpected(token: Token, expecting?: string): never {
    const got = shown(token.kind);
    const ash = this.dialect === "ash";
    const words = ash ? `unexpected ${got}` : `${got} unexpected`;
    throw this.scanner.failure(expecting === undefined ? words : `${words} (expecting ${shown(expecting)})`);
  }

  expect(kind: string, newlines = false): void {
    const token = this.next(newlines, true);
    if (token.kind !== kind) this.unexpected(token, kind);
  }

  /** One line of commands at the top. @returns false at the end of the script */
  line(): boolean {
    for (;;) {
      const token = this.next(false, true);
      if (token.kind === "newline") return true;
      if (token.kind === "eof") return false;
      this.back(token);
      this.andOr();
      const after = this.next(false, false);
      if (after.kind === "eof") return false;
      if (after.kind === "newline") return true;
      if (after.kind !== "&" && after.kind !== ";") this.unexpected(this.scanner.asKeyword(after));
    }
  }

  /** Commands up to a word that ends a list. `empty`: may there be none? */
  list(empty: boolean): void {
    for (let first = !empty; ; first = false) {
      const token = this.next(true, true);
      if (token.kind === "eof" || (!first && ENDS.has(token.kind))) return this.back(token);
      this.back(token);
      this.andOr();
      const after = this.next(false, false);
      if (after.kind !== "&" && after.kind !== ";" && after.kind !== "newline") return this.back(after);
    }
  }

  andOr(): void {
    this.pipeline(false);
    for (;;) {
      const token = this.next(false, false);
      if (token.kind !== "&&" && token.kind !== "||") return this.back(token);
      this.pipeline(true);
    }
  }

  pipeline(newlines: boolean): void {
    const token = this.next(newlines, true);
    if (token.kind !== "!") this.back(token);
    this.command(false);
    for (;;) {
      const after = this.next(false, false);
      if (after.kind !== "|") return this.back(after);
      this.command(true);
    }
  }

  command(newlines: boolean): void {
    this.scanner.enter();
    this.#command(newlines);
    this.scanner.leave();
  }

  #command(newlines: boolean): void {
    const token = this.next(newlines, true);
    switch (token.kind) {
      case "if": {
        this.list(false);
        this.expect("then");
        this.list(false);
        let after = this.next(false, true);
        for (; after.kind === "elif"; after = this.next(false, true)) {
          this.list(false);
          this.expect("then");
          this.list(false);
        }
        if (after.kind === "else") this.list(false);
        else this.back(after);
        this.expect("fi");
        break;
      }
      case "while":
      case "until":
        this.list(false);
        this.expect("do");
        this.list(false);
        this.expect("done");
        break;
      case "for":
        this.forLoop();
        break;
      case "case":
        this.cases();
        break;
      case "(":
        this.scanner.splitDoubleParenthesis(token);
        this.list(false);
        this.expect(")");
        break;
      case "{":
        this.list(false);
        this.expect("}");
        break;
      case "function": {
        const name = this.next(false, false);
        if (name.kind !== "word") this.unexpected(name);
        const open = this.next(false, false);
        if (open.kind === "(") this.expect(")");
        else this.back(open);
        return this.command(true);
      }
      case "word":
      case "redirection":
        this.back(token);
        return this.simple();
      default:
        this.unexpected(token);
    }
    for (;;) {
      const after = this.next(false, false);
      if (after.kind !== "redirection") return this.back(after);
      this.redirection(after);
    }
  }

  forLoop(): void {
    const name = this.next(false, false);
    if (name.kind !== "word" || !NAME.test(name.text))
      throw this.scanner.failure(this.dialect === "dash" ? "Bad for loop variable" : "bad for loop variable");
    const token = this.next(true, true);
    if (token.kind === "in") {
      let word = this.next(false, false);
      while (word.kind === "word") word = this.next(false, false);
      if (word.kind !== "newline" && word.kind !== ";") this.unexpected(word);
    } else if (token.kind !== ";") this.back(token);
    this.expect("do", true);
    this.list(false);
    this.expect("done");
  }

  cases(): void {
    const subject = this.next(false, false);
    if (subject.kind !== "word") this.unexpected(subject, "word");
    this.expect("in", true);
    for (;;) {
      let token = this.next(true, true);
      if (token.kind === "esac") return;
      if (token.kind === "(") token = this.next(false, false);
      for (;;) {
        // Whatever stands here is taken for a pattern.
        const after = this.next(false, false);
        if (after.kind === ")") break;
        if (after.kind !== "|") this.unexpected(after, ")");
        token = this.next(false, false);
      }
      this.list(true);
      const end = this.next(true, true);
      if (end.kind === "esac") return;
      if (end.kind !== ";;") this.unexpected(end, ";;");
    }
  }

  redirection(token: Token): void {
    const target = this.next(false, false);
    if (target.kind !== "word") this.unexpected(target);
    if (token.text.startsWith("<<")) this.scanner.hereDoc(target, token.text === "<<-");
  }

  simple(): void {
    let words = 0;
    let prefix = false;
    let inTest = false;
    for (;;) {
      const token = this.next(false, false);
      // Between `[[` and `]]` of ash they are words of the test.
      if (inTest && (token.kind === "&&" || token.kind === "||")) {
        for (const at of [token.at, token.at + 1]) this.scanner.edit(at, "\\");
        continue;
      }
      if (token.kind === "redirection") {
        this.redirection(token);
        prefix = true;
        continue;
      }
      if (token.kind === "word") {
        if ((words === 0 || this.scanner.followsAlias(token.at)) && this.scanner.unalias(token)) continue;
        if (words === 0) {
          inTest = token.text === "[[" && this.dialect === "ash";
          if (FOREIGN[this.dialect].has(token.text)) this.scanner.edit(token.at, "\\");
          if (/^[A-Za-z_]\w*(\[|\+=)/.test(token.text)) this.scanner.edit(token.at, "\\");
          else if (/^[A-Za-z_]\w*=/.test(token.text)) {
            prefix = true;
            continue;
          }
        }
        if (token.text === "]]") inTest = false;
        words++;
        if (words > 1 || prefix) continue;
        const open = this.next(false, false);
        if (open.kind !== "(") {
          this.back(open);
          continue;
        }
        const close = this.next(false, false);
        if (close.kind !== ")") this.unexpected(close, ")");
        if (!NAME.test(token.text) || SPECIAL.has(token.text))
          throw this.scanner.failure(this.dialect === "dash" ? "Bad function name" : "bad function name");
        return this.command(true);
      }
      return this.back(token);
    }
  }
}

const shown = (kind: string): string =>
  kind === "eof" ? "end of file" : ["newline", "word", "redirection"].includes(kind) ? kind : `"${kind}"`;

/** Reads a script, line by line, up to the first error, or no more of it than its first command. */
export function checkSyntax(
  script: string,
  dialect: Exclude<Dialect, "bash">,
  aliases?: Aliases,
  all = true,
): Reading {
  const substitution = (inner: Scanner): (() => void) => {
    const grammar = new Grammar(inner, dialect);
    grammar.list(true);
    return () => grammar.expect(")");
  };
  const scanner = new Scanner(script, dialect, substitution, aliases);
  const grammar = new Grammar(scanner, dialect);
  let from = 0;
  try {
    for (let more = true; more;) {
      from = scanner.at;
      more = grammar.line() && (all || scanner.isInAlias);
    }
    const { at: end, edits, grown, text } = scanner;
    return { edits, text: text.slice(0, end), taken: end - grown };
  } catch (failure) {
    if (!(failure instanceof SyntaxFailure)) throw failure;
    const prefix = dialect === "dash" ? "Syntax error: " : "syntax error: ";
    return {
      edits: scanner.edits,
      text: scanner.text.slice(0, from),
      taken: script.length,
      error: { message: prefix + failure.words, line: failure.line },
    };
  }
}
