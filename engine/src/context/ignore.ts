import type { Directory, Entry } from "../vfs/entry.ts";
import { type IgnorePattern, compilePattern } from "./ignore-pattern.ts";
import { isBadPattern } from "./match.ts";
import { clean } from "../vfs/path.ts";
import { EngineError } from "../core/engine-error.ts";

/** A .dockerignore, read. `error` has the builder's words when a line is no pattern. */
export interface Ignore {
  readonly patterns: readonly IgnorePattern[];
  /** What the exceptions name, a last `*` or `**` taken off. */
  readonly exceptions: readonly string[];
  readonly error?: string;
}

const NOTHING: Ignore = { patterns: [], exceptions: [] };
/** Lists read before: the same text gives the same object, and what is remembered for it holds. */
const known = new Map<string, Ignore>([["", NOTHING]]);
const MOST_KNOWN = 32;

/**
 * Reads a .dockerignore as BuildKit does (moby/patternmatcher, ignorefile and patternmatcher.go): a `#` in the first
 * column is a comment, a leading `/` and `./` are cleaned away (`../x` is not: it matches nothing), `!` is an exception.
 */
export const parseIgnore = (text: string): Ignore => remembered(text, () => read(linesOf(text)));

/** Reads the patterns of `--exclude`, which are no lines of a file: `#` is a letter, and a leading `/` stays and matches nothing [measured on Docker 28.5.2]. */
export const parseExcludes = (patterns: readonly string[]): Ignore =>
  remembered(["", ...patterns].join("\0"), () =>
    read(
      patterns
        .map((pattern) => pattern.trim())
        .filter((pattern) => pattern !== "")
        .map(clean),
    ),
  );

function remembered(key: string, make: () => Ignore): Ignore {
  const before = known.get(key);
  if (before) return before;
  if (known.size > MOST_KNOWN) known.clear();
  const ignore = make();
  known.set(key, ignore);
  return ignore;
}

const linesOf = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(normal);

function read(lines: readonly string[]): Ignore {
  const patterns: IgnorePattern[] = [];
  for (const line of lines) {
    const excepts = line.startsWith("!");
    const pattern = excepts ? line.slice(1) : line;
    if (pattern === "") return { ...NOTHING, error: 'illegal exclusion pattern: "!"' };
    if (isBadPattern(pattern)) {
      return { ...NOTHING, error: `invalid excludepatterns: [${lines.join(" ")}]: syntax error in pattern` };
    }
    patterns.push({ text: pattern, excepts, matches: compilePattern(pattern) });
  }
  const exceptions = patterns
    .filter(({ excepts }) => excepts)
    .map((each) => each.text.replace(/\/\*\*$/, "").replace(/\/\*$/, ""));
  return { patterns, exceptions };
}

function normal(line: string): string {
  const excepts = line.startsWith("!");
  const pattern = excepts ? line.slice(1).trim() : line;
  const cleaned = pattern && clean(pattern);
  return (excepts ? "!" : "") + (cleaned.length > 1 ? cleaned.replace(/^\//, "") : cleaned);
}

/** Which patterns matched a path, its parents counted: one flag a pattern, in order. */
type Matched = readonly boolean[];

/** Characters of paths that are held against patterns while one context is filtered; real ones need some thousands. */
const MOST_COMPARED = 20_000_000;

class Effort {
  #compared = 0;

  spend(characters: number): void {
    this.#compared += characters;
    if (this.#compared > MOST_COMPARED)
      throw new EngineError("LIMIT", {
        what: "characters compared with .dockerignore",
        limit: MOST_COMPARED,
      });
  }
}

/** The last pattern that matches decides; a pattern that matched a parent matches all below it. */
function decide(
  ignore: Ignore,
  path: string,
  parent: Matched | undefined,
  effort: Effort,
): { ignored: boolean; matched: Matched } {
  let ignored = false;
  effort.spend(ignore.patterns.length);
  const matched = ignore.patterns.map((pattern, i) => {
    if (!parent?.[i]) {
      if (pattern.excepts !== ignored) return false;
      effort.spend(path.length * (1 + (pattern.text.length >> 4)));
      if (!pattern.matches(path)) return false;
    }
    ignored = !pattern.excepts;
    return true;
  });
  return { ignored, matched };
}

/** Is the path, relative to the context, left out? */
export function ignores(ignore: Ignore, path: string): boolean {
  let ignored = false;
  let matched: Matched | undefined;
  const parts = path.split("/");
  const effort = new Effort();
  parts.forEach(
    (_, i) => ({ ignored, matched } = decide(ignore, parts.slice(0, i + 1).join("/"), matched, effort)),
  );
  return ignored;
}

export interface Sent {
  /** What the builder sees. Directories without a change are the very ones of the context. */
  readonly tree: Directory;
  /** Files and links in it, relative to the context, sorted by code unit. */
  readonly sent: string[];
}

/** Leaves out what the patterns say. A directory that is left out comes back when something below it is an exception. @throws {EngineError} LIMIT */
export function applyIgnore(tree: Directory, ignore: Ignore): Sent {
  const { left, files } = filter(tree, "", undefined, false, ignore, new Effort());
  return { tree: left ?? { ...tree, children: new Map() }, sent: [...files] };
}

/** A directory without what is ignored, undefined where nothing of it is left, and the files in it, sorted. */
interface Filtered {
  readonly ignore: Ignore;
  readonly prefix: string;
  readonly left: Directory | undefined;
  readonly files: readonly string[];
}

/** The last answer for each directory: an edit elsewhere leaves it as it was. */
const answers = new WeakMap<Directory, Filtered>();

function filter(
  directory: Directory,
  prefix: string,
  parent: Matched | undefined,
  ignored: boolean,
  ignore: Ignore,
  effort: Effort,
): Filtered {
  const before = answers.get(directory);
  if (before?.ignore === ignore && before.prefix === prefix) return before;
  const kept = new Map<string, Entry>();
  const files: string[] = [];
  let same = true;
  for (const [name, entry] of directory.children) {
    const path = prefix + name;
    const verdict = decide(ignore, path, parent, effort);
    let left: Entry | undefined = verdict.ignored ? undefined : entry;
    if (entry.kind !== "directory") {
      if (left) files.push(path);
    } else if (left || mayReturn(ignore, `${path}/`)) {
      const below = filter(entry, `${path}/`, verdict.matched, verdict.ignored, ignore, effort);
      left = below.left;
      for (const file of below.files) files.push(file);
    }
    if (left !== entry) same = false;
    if (left) kept.set(name, left);
  }
  files.sort();
  const left = ignored && kept.size === 0 ? undefined : same ? directory : { ...directory, children: kept };
  const answer = { ignore, prefix, left, files };
  answers.set(directory, answer);
  return answer;
}

/** Can an exception bring back something below? Exceptions with wildcards can reach anywhere (fsutil, filter.go). */
function mayReturn(ignore: Ignore, folder: string): boolean {
  return ignore.exceptions.some((text) => /[*[\]?^\\]/.test(text) || `${text}/`.startsWith(folder));
}
