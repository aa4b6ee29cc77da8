import type { FileSystem } from "../../../vfs/file-system.ts";

/** One archive that apt is told to ask (sources.list(5)). */
export interface AptSource {
  readonly type: string;
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
}

const textOf = (files: FileSystem, path: string): string => {
  const content = files.read(path);
  return typeof content === "string" ? "" : (content.text ?? "");
};

/** `deb [signed-by=/k.asc] https://host/path suite main`, a line each. */
function readLines(text: string): AptSource[] {
  return text.split("\n").flatMap((line) => {
    const code = line.split("#", 1)[0] ?? "";
    const open = code.indexOf("[");
    const close = open < 0 ? -1 : code.indexOf("]", open);
    const bare = close < 0 ? code : `${code.slice(0, open)} ${code.slice(close + 1)}`;
    const [type = "", uri = "", suite = "", ...components] = bare.split(/\s+/).filter(Boolean);
    return type === "" ? [] : { type, uri, suite, components };
  });
}

/** Stanzas of `Types:`, `URIs:`, `Suites:`, `Components:`, as in debian.sources. */
function readStanzas(text: string): AptSource[] {
  return text.split(/\n\s*\n/).flatMap((stanza) => {
    const fields = new Map<string, string[]>();
    let last: string[] = [];
    for (const line of stanza.split("\n")) {
      if (line.startsWith("#")) continue;
      const [, name, value = ""] = /^([A-Za-z-]+):(.*)$/.exec(line) ?? [];
      if (name === undefined) last.push(...line.split(/\s+/).filter(Boolean));
      else fields.set(name.toLowerCase(), (last = value.split(/\s+/).filter(Boolean)));
    }
    const field = (name: string): readonly string[] => fields.get(name) ?? [];
    if (/^(no|false|0|off)$/i.test(field("enabled")[0] ?? "")) return [];
    return field("types").flatMap((type) =>
      field("uris").flatMap((uri) =>
        field("suites").map((suite) => ({ type, uri, suite, components: field("components") })),
      ),
    );
  });
}

/** All that /etc/apt/sources.list and sources.list.d name. */
export function readSources(files: FileSystem): AptSource[] {
  const folder = "/etc/apt/sources.list.d";
  const names = files.list(folder);
  return [
    ...readLines(textOf(files, "/etc/apt/sources.list")),
    ...(typeof names === "string" ? [] : [...names].sort()).flatMap((name) =>
      name.endsWith(".list")
        ? readLines(textOf(files, `${folder}/${name}`))
        : name.endsWith(".sources")
          ? readStanzas(textOf(files, `${folder}/${name}`))
          : [],
    ),
  ];
}
