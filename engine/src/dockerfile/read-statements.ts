import type { Range } from "../core/position.ts";
import { DirectiveReader, findDirectives } from "./directives.ts";
import type { Directive, Problem } from "./dockerfile.ts";
import { findHeredocs } from "./heredoc.ts";
import type { Flag, Heredoc } from "./instruction.ts";
import { readArguments } from "./read-arguments.ts";
import type { SourceLines } from "./source-lines.ts";
import { isSpace, skipSpace, trim } from "./space.ts";
import { splitCommand } from "./split-command.ts";
import type { Statement } from "./statement.ts";

/** The longest line that BuildKit's scanner takes, in bytes. */
const LONGEST_LINE = 65_535;
const HASH = 0x23;
const NO_COMMENTS: readonly string[] = [];
const NO_FLAGS: readonly Flag[] = [];
const NO_HEREDOCS: readonly Heredoc[] = [];

/** Lines joined to statements, with everything that went wrong on the way. */
interface StatementFile {
  readonly statements: readonly Statement[];
  readonly directives: readonly Directive[];
  readonly escape: "\\" | "`";
  readonly problems: readonly Problem[];
  readonly emptyContinuations: readonly Range[];
}

/** Reads directives, comments, continuations and heredocs (BuildKit's `parser.Parse`), and goes on after a mistake. */
export function readStatements(lines: SourceLines): StatementFile {
  return new StatementReader(lines).read();
}

class StatementReader {
  private readonly directives = new DirectiveReader();
  private readonly statements: Statement[] = [];
  private readonly problems: Problem[] = [];
  private readonly emptyContinuations: Range[] = [];
  private readonly lines: SourceLines;
  private escape: "\\" | "`" = "\\";
  private comments: string[] = [];
  /** Index of the next line. */
  private next = 0;

  constructor(lines: SourceLines) {
    this.lines = lines;
  }

  read(): StatementFile {
    const { raw } = this.lines;
    while (this.next < raw.length) this.readStatement();
    if (this.statements.length === 0 && this.problems.length === 0) {
      const last = Math.max(1, raw.length);
      this.report("file with no instructions", this.rangeOf(last, last));
    }
    const { statements, escape, problems, emptyContinuations } = this;
    return { statements, directives: findDirectives(this.lines.shown), escape, problems, emptyContinuations };
  }

  private readStatement(): void {
    const { shown } = this.lines;
    const first = this.next;
    const line = shown[this.next++] ?? "";
    this.checkLength(line, first);
    const start = skipSpace(line);
    if (line.charCodeAt(start) === HASH) {
      this.readComment(line, start, first);
      return;
    }
    this.directives.close();
    if (start === line.length) return;

    let text = start === 0 ? line : line.slice(start);
    let kept = this.keptLength(text);
    let continued = kept < text.length;
    text = continued ? text.slice(0, kept) : text;
    let empty = false;
    while (continued && this.next < shown.length) {
      const more = shown[this.next] ?? "";
      this.checkLength(more, this.next++);
      const at = skipSpace(more);
      if (more.charCodeAt(at) === HASH) continue;
      if (at === more.length) {
        empty = true;
        continue;
      }
      kept = this.keptLength(more);
      continued = kept < more.length;
      text += continued ? more.slice(0, kept) : more;
    }
    if (empty) this.emptyContinuations.push(this.rangeOf(this.next, this.next));
    this.addStatement(text, first + 1, start);
  }

  private readComment(line: string, start: number, index: number): void {
    const text = line.slice(start);
    const directive = this.directives.read(text, index + 1);
    if (directive !== undefined) {
      const error = "error" in directive ? directive.error : this.applyEscape(directive);
      if (error !== undefined) this.reportAhead(error, index);
      return;
    }
    const comment = trim(line.slice(1));
    if (comment === "") this.comments = [];
    else this.comments.push(comment);
  }

  private applyEscape(directive: Directive): string | undefined {
    if (directive.name !== "escape") return undefined;
    const { value } = directive;
    if (value !== "\\" && value !== "`") return `invalid escape token '${value}' does not match \` or \\`;
    this.escape = value;
    return undefined;
  }

  /** Length without the escape character that continues the line; the whole length if there is none. */
  private keptLength(line: string): number {
    let end = line.length;
    while (end > 0 && (line.charCodeAt(end - 1) === 0x20 || line.charCodeAt(end - 1) === 0x09)) end--;
    if (end === 0 || line[end - 1] !== this.escape) return line.length;
    return end === 1 || line[end - 2] !== this.escape ? end - 1 : line.length;
  }

  private addStatement(text: string, firstLine: number, column: number): void {
    const { keyword, flags, rest } = splitCommand(text, this.escape);
    const comments = this.takeComments();
    const read = readArguments(keyword, rest, this.escape);
    if ("error" in read) {
      this.report(read.error, this.rangeOf(firstLine, this.next, column));
      return;
    }
    const heredocs = this.readHeredocs(keyword, read.args, read.json, text, firstLine, column);
    if (heredocs === undefined) return;
    const range = this.rangeOf(firstLine, this.next, column);
    const located = flags.length === 0 ? NO_FLAGS : this.locateFlags(flags, firstLine);
    const { args, json, pairs } = read;
    this.statements.push({ keyword, text, flags: located, args, json, pairs, heredocs, comments, range });
  }

  private takeComments(): readonly string[] {
    if (this.comments.length === 0) return NO_COMMENTS;
    const comments = this.comments;
    this.comments = [];
    return comments;
  }

  /** The bodies that a line announces; undefined if one of them does not end. */
  private readHeredocs(
    keyword: string,
    args: readonly string[],
    json: boolean,
    text: string,
    firstLine: number,
    column: number,
  ): readonly Heredoc[] | undefined {
    if (json || !text.includes("<<") || !takesHeredocs(keyword, args)) return NO_HEREDOCS;
    const starts = findHeredocs(text);
    if ("error" in starts) {
      this.report(starts.error, this.rangeOf(firstLine, this.next, column));
      return undefined;
    }
    const heredocs: Heredoc[] = [];
    for (const start of starts) {
      const bodyLine = this.next + 1;
      const content = this.readBody(start.name, start.chomp);
      if (content === undefined) {
        this.report("unterminated heredoc", this.rangeOf(firstLine, this.next, column));
        return undefined;
      }
      heredocs.push({ ...start, content, range: this.rangeOf(bodyLine, this.next) });
    }
    return heredocs;
  }

  private readBody(name: string, chomp: boolean): string | undefined {
    const { raw, shown, closed } = this.lines;
    let content = "";
    while (this.next < raw.length) {
      const index = this.next++;
      const line = shown[index] ?? "";
      if ((chomp ? line.replace(/^\t+/, "") : line) === name) return content;
      content += index + 1 < raw.length || closed ? `${raw[index] ?? ""}\n` : (raw[index] ?? "");
    }
    return undefined;
  }

  /** Flags with the place where their names stand; quoted ones count as standing at the instruction's start. */
  private locateFlags(flags: readonly string[], firstLine: number): Flag[] {
    let line = firstLine;
    let from = 0;
    return flags.map((text) => {
      const equals = text.indexOf("=");
      const name = text.slice(2, equals < 0 ? undefined : equals);
      let range = this.rangeOf(firstLine, firstLine);
      for (let at = line; at <= this.next; at++) {
        const column = (this.lines.shown[at - 1] ?? "").indexOf(`--${name}`, at === line ? from : 0);
        if (column < 0) continue;
        line = at;
        from = column + 2;
        range = {
          start: { line, column: column + 1 },
          end: { line, column: wordEnd(this.lines.shown[at - 1] ?? "", column) + 1 },
        };
        break;
      }
      return { name, value: equals < 0 ? undefined : text.slice(equals + 1), range };
    });
  }

  private rangeOf(first: number, last: number, column = 0): Range {
    const width = this.lines.shown[last - 1]?.length ?? 0;
    return { start: { line: first, column: column + 1 }, end: { line: last, column: width + 1 } };
  }

  private checkLength(line: string, index: number): void {
    if (line.length * 3 <= LONGEST_LINE || utf8Length(line) <= LONGEST_LINE) return;
    const message = `dockerfile line greater than max allowed size of ${LONGEST_LINE}`;
    this.reportAhead(message, index);
  }

  /** What BuildKit finds before it counts the line: it tells the line before. */
  private reportAhead(message: string, index: number): void {
    const range = this.rangeOf(index + 1, index + 1);
    this.problems.push({ message, range, told: this.rangeOf(index, index), phase: "parse" });
  }

  private report(message: string, range: Range): void {
    this.problems.push({ message, range, phase: "parse" });
  }
}

function takesHeredocs(keyword: string, args: readonly string[]): boolean {
  let name = keyword.toLowerCase();
  if (name === "onbuild") name = args[0]?.toLowerCase() ?? "";
  return name === "run" || name === "copy" || name === "add";
}

function wordEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length && !isSpace(line.charCodeAt(at))) at++;
  return at;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
}
