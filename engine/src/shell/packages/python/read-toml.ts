/** A value as far as a project's description needs it: text, a list of texts, or `raw`: anything else, as written. */
export type TomlValue = string | readonly string[] | { readonly raw: string };

const KEY = /^([A-Za-z0-9_-]+|"[^"\\]*"|'[^']*')$/;
const bare = (part: string): string => part.trim().replace(/^(["'])(.*)\1$/, "$2");

/** One quoted text at the start. @returns what it says and what follows it. */
function quoted(source: string): { text: string; rest: string } | undefined {
  const quote = source[0];
  if ((quote !== '"' && quote !== "'") || source.startsWith(quote.repeat(3))) return undefined;
  const end = source.indexOf(quote, 1);
  const text = source.slice(1, end);
  if (end < 0 || (quote === '"' && text.includes("\\"))) return undefined;
  return { text, rest: source.slice(end + 1).trimStart() };
}

/** A list of texts from its opening bracket on; undefined while it is not closed, or holds anything else. */
function texts(source: string): string[] | undefined {
  const found: string[] = [];
  let rest = source.slice(1).trimStart();
  while (rest !== "" && !rest.startsWith("]")) {
    const one = quoted(rest);
    if (!one) return undefined;
    found.push(one.text);
    if (!one.rest.startsWith(",") && !one.rest.startsWith("]")) return undefined;
    rest = one.rest.replace(/^,\s*/, "");
  }
  return rest.startsWith("]") ? found : undefined;
}

/** A line without its comment: a `#` outside quotes. */
function withoutComment(line: string): string {
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? "";
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === "#") return line.slice(0, at);
  }
  return line;
}

/** How many brackets a line leaves open. Those in quotes do not count. */
const open = (line: string): number => {
  const plain = line.replaceAll(/"[^"]*"|'[^']*'/g, "");
  return plain.replaceAll(/[^[]/g, "").length - plain.replaceAll(/[^\]]/g, "").length;
};

/**
 * The part of TOML 1.0 that pyproject.toml files mostly use.
 *
 * @returns values by dotted name (`project.name`), or the number of the first line that this part does not cover.
 */
export function readToml(source: string): ReadonlyMap<string, TomlValue> | { readonly line: number } {
  const found = new Map<string, TomlValue>();
  let table = "";
  const lines = source.replaceAll("\r\n", "\n").split("\n");
  for (let at = 0; at < lines.length; at++) {
    const start = at + 1;
    let line = withoutComment(lines[at] ?? "").trim();
    if (line === "") continue;
    const header = /^\[\[?([^[\]]+)\]?\]$/.exec(line);
    if (header) {
      table = (header[1] ?? "").split(".").map(bare).join(".");
      continue;
    }
    const equals = line.indexOf("=");
    const key = line.slice(0, Math.max(equals, 0)).trim();
    if (!key.split(".").every((part) => KEY.test(part.trim()))) return { line: start };
    const parts = [line.slice(equals + 1).trim()];
    if (/^("""|''')/.test(parts[0] ?? "")) return { line: start };
    for (let depth = open(parts[0] ?? ""); depth > 0; depth += open(line)) {
      if (++at >= lines.length) return { line: start };
      line = withoutComment(lines[at] ?? "").trim();
      parts.push(line);
    }
    const value = parts.join(" ");
    const text = quoted(value);
    const name = [table, ...key.split(".").map(bare)].filter(Boolean).join(".");
    found.set(name, text?.rest === "" ? text.text : (texts(value) ?? { raw: value }));
  }
  return found;
}
