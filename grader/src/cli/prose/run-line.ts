/** What Markdown makes something else of: code, emphasis, links, escapes. A star with a letter before it and none after is left alone. */
const CHANGED: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/[`\\]/, "backquotes and backslashes"],
  [/(?<!\*)\*(?![\s*])[^*]*[^\s*]\*(?!\*)|\*\*\S[^]*?\S\*\*/, "stars"],
  [/(?<![\w_])_(?!\s)[^_]+_(?![\w_])|(?<![\w_])__\S[^]*?\S__(?![\w_])/, "underscores"],
  [/~~\S[^]*\S~~/, "tildes"],
  [/\]\(/, "links"],
];

/** The command that a `<Run>` types, of what stands between its tags; or why the page would type another one. */
export function runLine(inner: string): { readonly line: string } | { readonly problem: string } {
  const written = inner.trim();
  const quoted = /^\{("(?:[^"\\\n]|\\.)*")\}$/.exec(written)?.[1];
  if (quoted !== undefined) {
    try {
      return { line: JSON.parse(quoted) as string };
    } catch {
      return { problem: `${quoted} is no text in quotes as JSON has it` };
    }
  }
  if (written.includes("\n")) return { problem: "a <Run> is one command on one line" };
  for (const [pattern, what] of CHANGED)
    if (pattern.test(written))
      return {
        problem: `Markdown would change the ${what} of this command: write <Run>{${JSON.stringify(written)}}</Run>`,
      };
  return {
    line: written
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&#123;", "{")
      .replaceAll("&amp;", "&"),
  };
}
