/** Where a command's name can stand: at the beginning, or behind what ends another command. */
const NAME = /(^\s*|[;&|]\s*|\$\(\s*)([^\s;&|<>()'"$=\\`]+)(?=[\s;&|)]|$)/g;

/** The line with aliases in the place of commands, as bash reads what somebody types; nothing within quotes. */
export function withAliases(line: string, aliases: ReadonlyMap<string, string> | undefined): string {
  if (!aliases || aliases.size === 0) return line;
  return line
    .split(/('[^']*'|"(?:[^"\\]|\\.)*")/s)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replaceAll(NAME, (whole, before: string, name: string, at: number) =>
            i > 0 && at === 0 && before.trim() === "" ? whole : before + expanded(name, aliases),
          ),
    )
    .join("");
}

/** An alias may begin with another one, and with its own name. */
function expanded(name: string, aliases: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let text = name;
  for (;;) {
    const [first = ""] = text.split(/\s/, 1);
    const value = seen.has(first) ? undefined : aliases.get(first);
    if (value === undefined) return text;
    seen.add(first);
    text = value + text.slice(first.length);
  }
}
