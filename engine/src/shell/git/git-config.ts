/**
 * One of git's configuration files, changed as `git config` changes it: what is there stays as it was written
 * (git-config(1), "CONFIGURATION FILE"; which line is changed was asked of git 2.39).
 */
export interface GitEntry {
  /** `section.name` or `section.part.name`; section and name in small letters. */
  readonly key: string;
  readonly value: string;
  /** Index of its line. */
  readonly line: number;
}

/** A file that git refuses to read, with the number of the line. */
export class BadConfig {
  readonly line: number;
  constructor(line: number) {
    this.line = line;
  }
}

const HEADER = /^\s*\[\s*([A-Za-z0-9.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]\s*(?:[#;].*)?$/;

/** All entries in their order. @throws {BadConfig} */
export function readConfig(text: string): GitEntry[] {
  const entries: GitEntry[] = [];
  let section = "";
  for (const [line, words] of text.split("\n").entries()) {
    if (/^\s*(?:[#;].*)?$/.test(words)) continue;
    const header = HEADER.exec(words);
    if (header) {
      const [, name = "", part] = header;
      section =
        part === undefined ? name.toLowerCase() : `${name.toLowerCase()}.${part.replaceAll(/\\(.)/g, "$1")}`;
      continue;
    }
    const match = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*(?:=\s*(.*))?$/.exec(words);
    if (!match || section === "") throw new BadConfig(line + 1);
    entries.push({
      key: `${section}.${(match[1] ?? "").toLowerCase()}`,
      value: plain(match[2] ?? "true"),
      line,
    });
  }
  return entries;
}

/** A value without its quotes, escapes and comment. */
function plain(text: string): string {
  let out = "";
  let kept = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === '"') quoted = !quoted;
    else if (sign === "\\") {
      const next = text[++at] ?? "";
      out += { n: "\n", t: "\t", b: "\b" }[next] ?? next;
    } else if (!quoted && (sign === "#" || sign === ";")) break;
    else out += sign;
    if (quoted || !/\s/.test(sign)) kept = out.length;
  }
  return out.slice(0, kept);
}

/** `user.name` in its parts; undefined where it is none. */
export function splitKey(
  key: string,
): { readonly section: string; readonly part: string | undefined; readonly name: string } | undefined {
  const [first, last] = [key.indexOf("."), key.lastIndexOf(".")];
  if (first < 0) return undefined;
  const [section, name] = [key.slice(0, first), key.slice(last + 1)];
  if (!/^[A-Za-z0-9-]+$/.test(section) || !/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) return undefined;
  return { section, part: first === last ? undefined : key.slice(first + 1, last), name };
}

export function normalKey(key: string): string {
  const parts = splitKey(key);
  if (!parts) return key;
  const { section, part, name } = parts;
  return [section.toLowerCase(), ...(part === undefined ? [] : [part]), name.toLowerCase()].join(".");
}

const quoted = (value: string): string => {
  const escaped = value
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t");
  return /[#;]|^\s|\s$/.test(value) ? `"${escaped}"` : escaped;
};

/** The text with an entry set, or one more with `add`. An old one is changed in place. */
export function setConfig(text: string, key: string, value: string, add: boolean): string {
  const parts = splitKey(key);
  if (!parts) return text;
  const { section, part, name } = parts;
  const line = `\t${name} = ${quoted(value)}`;
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  const old = readConfig(text)
    .filter((entry) => entry.key === normalKey(key))
    .at(-1);
  if (old && !add) lines[old.line] = line;
  else {
    const wanted = normalKey(key).slice(0, -name.length - 1);
    const end = lastOfSection(lines, wanted);
    const header =
      part === undefined ? `[${section}]` : `[${section} "${part.replaceAll(/["\\]/g, "\\$&")}"]`;
    if (end === undefined) lines.push(header, line);
    else lines.splice(end + 1, 0, line);
  }
  return `${lines.join("\n")}\n`;
}

/** The text without an entry; a section that is empty by then goes too. */
export function unsetConfig(text: string, key: string): string {
  const gone = new Set(
    readConfig(text)
      .filter((entry) => entry.key === normalKey(key))
      .map(({ line }) => line),
  );
  const lines = text.split("\n").filter((_, i) => !gone.has(i));
  const kept = lines.filter(
    (line, i) =>
      !(
        HEADER.test(line) &&
        (i + 1 >= lines.length || lines[i + 1] === "" || HEADER.test(lines[i + 1] ?? ""))
      ),
  );
  return kept.join("\n");
}

/** The last line that belongs to a section; undefined where there is none. */
function lastOfSection(lines: readonly string[], wanted: string): number | undefined {
  let found: number | undefined;
  let inside = false;
  for (const [i, line] of lines.entries()) {
    const header = HEADER.exec(line);
    if (header) {
      const [, name = "", part] = header;
      inside =
        (part === undefined
          ? name.toLowerCase()
          : `${name.toLowerCase()}.${part.replaceAll(/\\(.)/g, "$1")}`) === wanted;
    }
    if (inside && line.trim() !== "") found = i;
  }
  return found;
}
