/** Words may run over by so much, so that none stands alone on the last line. */
const SLOP = 5;
/** Fewer columns than this are not worth wrapping to. */
const LEAST = 24;
const BLOCK = 16;

/** Breaks the text of a flag at columns and lines of its own, indented (spf13/pflag, flag.go, "wrap"). */
export function wrapUsage(text: string, indent: number, columns: number): string {
  let start = "";
  let blanks = indent;
  let width = columns - indent;
  if (width < LEAST) {
    blanks = BLOCK;
    width = columns - BLOCK;
    start = `\n${" ".repeat(BLOCK)}`;
  }
  if (width < LEAST) return text.replaceAll("\n", start);
  const next = `\n${" ".repeat(blanks)}`;
  const lines: string[] = [];
  for (let rest = text; rest !== "" || lines.length === 0;) {
    const [line, left] = cut(rest, width - SLOP);
    lines.push(line.replaceAll("\n", next));
    rest = left;
  }
  return start + lines.join(next);
}

/** The first line and what is left: cut at the last blank that fits, or at a line break before it. */
function cut(text: string, width: number): readonly [string, string] {
  if (width + SLOP > text.length) return [text, ""];
  const head = text.slice(0, width);
  const blank = Math.max(head.lastIndexOf(" "), head.lastIndexOf("\t"), head.lastIndexOf("\n"));
  if (blank <= 0) return [text, ""];
  const line = head.lastIndexOf("\n");
  const at = line > 0 && line < blank ? line : blank;
  return [text.slice(0, at), text.slice(at + 1)];
}
