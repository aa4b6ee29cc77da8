/** Characters of a line that are looked at. */
const MOST = 500;

/** Headings of a Markdown text in small letters, both kinds (`# A`, and `A` over `===`); what a code fence holds is none. */
export function headingsOf(lines: readonly string[]): string[] {
  const out: string[] = [];
  let fence = "";
  let before = "";
  for (const whole of lines) {
    const line = whole.slice(0, MOST);
    const [, mark = ""] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== "") {
      if (mark.startsWith(fence)) fence = "";
      continue;
    }
    fence = mark;
    const [, title] = /^ {0,3}#{1,6}\s+(.*)$/.exec(line) ?? [];
    if (title !== undefined) out.push(title.replace(/[\s#]+$/, ""));
    else if (before !== "" && /^ {0,3}(?:=+|-+)\s*$/.test(line)) out.push(before);
    before = title === undefined && mark === "" ? line.trim() : "";
  }
  return out.map((each) => each.toLowerCase());
}
