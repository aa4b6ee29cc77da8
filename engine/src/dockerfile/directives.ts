import type { Directive } from "./dockerfile.ts";

const NAMES: ReadonlySet<string> = new Set(["escape", "syntax", "check"]);
const FORM = /^#[\t\n\f\r ]*([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*([^\n]*)$/;

/** Reads `# name=value` lines until the first line that is something else. */
export class DirectiveReader {
  /** In order; none comes twice. */
  readonly found: Directive[] = [];
  private done = false;

  /** The first line that is no comment ends them. */
  close(): void {
    this.done = true;
  }

  /** Undefined for a line that is no directive. `text` has no white space in front. */
  read(text: string, line: number): Directive | { readonly error: string } | undefined {
    if (this.done) return undefined;
    const match = text.charCodeAt(0) === 0x23 ? FORM.exec(text) : null;
    if (match === null) {
      this.done = true;
      return undefined;
    }
    const name = match[1]?.toLowerCase() ?? "";
    const value = match[2]?.replace(/[\t\n\f\r ]+$/, "") ?? "";
    if (!NAMES.has(name) || value === "") {
      this.done = true;
      return undefined;
    }
    if (this.found.some((directive) => directive.name === name)) {
      return { error: `only one ${name} parser directive can be used` };
    }
    const directive = { name, value, line };
    this.found.push(directive);
    return directive;
  }
}

/**
 * The directives as the frontend looks for them: a `#!` line may come first, and white space before `#` ends the search.
 * The parser's own search for `escape` is laxer (recordings `directive/syntax-shebang` and `directive/syntax-indented`).
 */
export function findDirectives(lines: readonly string[]): readonly Directive[] {
  const reader = new DirectiveReader();
  for (const [index, line] of lines.entries()) {
    if (index === 0 && line.startsWith("#!")) continue;
    const found = reader.read(line, index + 1);
    if (found === undefined || "error" in found) break;
  }
  return reader.found;
}
