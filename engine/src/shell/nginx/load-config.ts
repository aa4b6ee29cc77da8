import { notSimulated } from "../../core/engine-error.ts";
import { matchPath } from "../../context/match.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { dirname, join } from "../../vfs/path.ts";
import { builtInConfig } from "./built-in-config.ts";
import type { ConfigProblem, Directive } from "./directive.ts";
import { directiveTable, mayExist } from "./directive-table.ts";
import { parseConfig } from "./parse-config.ts";

/** Files that include one another. */
const DEPTH = 20;

/**
 * Reads nginx's configuration with all that it includes, and checks each directive's name, place and number of words.
 * @returns the directives, includes put in place, or the first problem in nginx's words
 * @throws {EngineError} NOT_SIMULATED for a directive that exists and would decide something Drydock cannot
 */
export function loadConfig(
  files: FileSystem,
  path: string,
  around: readonly string[] = [],
  depth = 0,
): readonly Directive[] | ConfigProblem {
  const text = textOf(files, path);
  if (typeof text !== "string") return text;
  const folder = dirname(path);
  return parseConfig(text, path, around, (directive, context) => {
    const { name, args, file, line } = directive;
    const problem = (what: string): ConfigProblem => ({ error: `${what} in ${file}:${line}` });
    const place = context.at(-1) ?? "main";
    // In these blocks the names are the lesson's own: media types, values of a variable.
    if (place === "types") return [directive];
    const rule = directiveTable.get(name);
    if (!rule) {
      if (!mayExist(name)) return problem(`unknown directive "${name}"`);
      throw notSimulated(`nginx's directive ${name} (${file}:${line})`, "do as it says");
    }
    const inUpstream = name === "server" && place === "upstream";
    if (!rule.contexts.includes(place)) return problem(`"${name}" directive is not allowed here`);
    if (!inUpstream && rule.block && !directive.block)
      return problem(`directive "${name}" has no opening "{"`);
    if ((!rule.block || inUpstream) && directive.block)
      return problem(`directive "${name}" is not terminated by ";"`);
    if (!inUpstream && (args.length < rule.atLeast || args.length > rule.atMost))
      return problem(`invalid number of arguments in "${name}" directive`);
    if (rule.effect === "lacking")
      throw notSimulated(`nginx's directive ${name} (${file}:${line})`, "do as it says");
    if (name !== "include") return [directive];
    if (depth >= DEPTH) return problem("too many files included");
    const pattern = join("/etc/nginx", args[0] ?? "");
    const found = /[*?[]/.test(pattern) ? matching(files, pattern) : [pattern];
    const all: Directive[] = [];
    for (const one of found) {
      const inner = loadConfig(files, one, context, depth + 1);
      if ("error" in inner) {
        const missing = one === pattern && files.stat(one) === "ENOENT";
        return missing ? problem(`open() "${one}" failed (2: No such file or directory)`) : inner;
      }
      all.push(...inner);
    }
    return all;
  });

  function matching(from: FileSystem, pattern: string): readonly string[] {
    const where = dirname(pattern);
    const names = from.list(where);
    if (typeof names === "string") return [];
    return names
      .map((name) => join(where, name))
      .filter((one) => matchPath(pattern, one))
      .toSorted();
  }

  function textOf(from: FileSystem, name: string): string | ConfigProblem {
    const content = from.read(name);
    if (content === "ENOENT") return { error: `open() "${name}" failed (2: No such file or directory)` };
    if (content === "EACCES") return { error: `open() "${name}" failed (13: Permission denied)` };
    if (typeof content === "string") return { error: `read() "${name}" failed (21: Is a directory)` };
    const own = content.text ?? builtInConfig(name);
    if (own === undefined) throw notSimulated(`the text of ${name} in ${folder}`, "read it");
    return own;
  }
}
