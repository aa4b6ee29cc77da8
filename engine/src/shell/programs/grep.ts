import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { linesOf } from "../text/input-files.ts";
import { matchesPattern } from "../expand/pattern.ts";
import { bytesOf } from "../text/bytes-text.ts";
import { busyboxUsage } from "../options/busybox-usage.ts";
import { complain, type Options } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { perlPattern } from "../regex/perl-pattern.ts";
import { type Match, regex, type Regex, RegexProblem } from "../regex/regex.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";
import { eachEntry } from "../tree/each-entry.ts";
import { isDirectory, lastPart } from "../tree/tree.ts";

const LONG = {
  "extended-regexp": "E",
  "fixed-strings": "F",
  "basic-regexp": "G",
  "perl-regexp": "P",
  regexp: "e",
  file: "f",
  "ignore-case": "i",
  "invert-match": "v",
  "word-regexp": "w",
  "line-regexp": "x",
  count: "c",
  "files-without-match": "L",
  "files-with-matches": "l",
  "max-count": "m",
  "only-matching": "o",
  quiet: "q",
  silent: "q",
  "no-messages": "s",
  "with-filename": "H",
  "no-filename": "h",
  "line-number": "n",
  "after-context": "A",
  "before-context": "B",
  context: "C",
  recursive: "r",
  include: "I",
  exclude: "X",
  color: "Y",
  colour: "Y",
  text: "a",
  "exclude-dir": "D",
};

interface Search {
  readonly process: Process;
  readonly flavour: Flavour;
  readonly options: Options;
  readonly patterns: readonly Regex[];
  readonly named: boolean;
  found: boolean;
  failed: boolean;
  /** Some lines were shown with context: what comes next is parted from them. */
  shown: boolean;
  /** A file was named by -L. */
  lacking: boolean;
}

const escapeFixed = (text: string): string => text.replaceAll(/[\\.*[\]^$]/g, "\\$&");

/** Signs of repetition that have nothing to repeat: they count as nothing, and GNU's grep 3.8 warns. */
const strayRepeats = (pattern: string): string[] =>
  Array.from(
    pattern
      .replaceAll(/\\./gs, "xx")
      .replaceAll(/\[\^?\]?[^\]]*\]/g, "x")
      .matchAll(/(?:^|[(|])([*+?]|\{\d*,?\d*\})/g),
    ([, sign = ""]) => (sign.startsWith("{") ? "{...}" : sign),
  );

/** A pattern of `-P`; what stands before `\\K` has to be there, and is no part of the match. */
function perlRegex(text: string, ignoreCase: boolean): Regex {
  const at = text.indexOf("\\K");
  if (at < 0) return perlPattern(text, ignoreCase, "grep -P");
  const whole = perlPattern(`(${text.slice(0, at)})${text.slice(at + 2)}`, ignoreCase, "grep -P");
  return {
    exec(subject, from) {
      const match = whole.exec(subject, from);
      const [all, before] = match ?? [];
      return all && before ? [[before[1], all[1]]] : undefined;
    },
  };
}

/** The first match of any pattern that `-w` and `-x` let pass. */
function find(search: Search, line: string, from: number): Match | undefined {
  const { options, patterns } = search;
  let best: Match | undefined;
  for (const one of patterns) {
    for (let at = from; at <= line.length;) {
      const match = one.exec(line, at);
      const whole = match?.[0];
      if (!match || !whole) break;
      const [start, end] = whole;
      const word = !options.has("w") || (!/\w/.test(line[start - 1] ?? " ") && !/\w/.test(line[end] ?? " "));
      const entire = !options.has("x") || (start === 0 && end === line.length);
      if (word && entire) {
        const old = best?.[0];
        if (!old || start < old[0] || (start === old[0] && end > old[1])) best = match;
        break;
      }
      at = start + 1;
    }
  }
  return best;
}

/** Bytes before each line, for `-b`. */
function offsetsOf(lines: readonly string[]): readonly number[] {
  let at = 0;
  return lines.map((line) => {
    const before = at;
    at += bytesOf(line).length + 1;
    return before;
  });
}

/** With `-z` a line ends with a NUL. */
const zeroLines = (text: string): string[] => (text.endsWith("\0") ? text.slice(0, -1) : text).split("\0");

function searchText(search: Search, name: string, text: string): void {
  const { process, options } = search;
  const end = options.has("z") ? "\0" : "\n";
  const lines = !options.has("z") ? linesOf(text) : text === "" ? [] : zeroLines(text);
  const offsets = options.has("b") ? offsetsOf(lines) : [];
  const shown = name === "-" ? "(standard input)" : name;
  const label = search.named ? `${shown}:` : "";
  const limit = Number(options.value("m") ?? Infinity);
  const number = (value: string | undefined): number => Number(value ?? options.value("C") ?? 0) || 0;
  const after = number(options.value("A"));
  const before = number(options.value("B"));
  // Of -l and -L the last one counts.
  const lists =
    search.flavour === "busybox" && options.has("L")
      ? "L"
      : options.order.findLast((letter) => letter === "l" || letter === "L");
  let count = 0;
  let last = -1;
  let out = "";
  let until = -1;
  const print = (i: number, separator: string): void => {
    const prefix =
      (search.named ? `${shown}${separator}` : "") +
      (options.has("n") ? `${i + 1}${separator}` : "") +
      (options.has("b") ? `${offsets[i]}${separator}` : "");
    out += `${prefix}${lines[i]}${end}`;
    last = i;
  };
  for (const [i, line] of lines.entries()) {
    process.kernel.spend(1 + line.length / 256 + search.patterns.length / 4);
    const match = find(search, line, 0);
    if ((match !== undefined) === options.has("v")) {
      if (i <= until) print(i, "-");
      continue;
    }
    count++;
    if (options.has("q") || lists !== undefined) break;
    if (!options.has("c")) {
      if (options.has("o")) {
        for (let hit = match; hit?.[0] && !options.has("v");) {
          const [start, stop] = hit[0];
          const at = options.has("b") ? `${(offsets[i] ?? 0) + bytesOf(line.slice(0, start)).length}:` : "";
          if (stop > start)
            out += `${label}${options.has("n") ? `${i + 1}:` : ""}${at}${line.slice(start, stop)}${end}`;
          hit = find(search, line, stop > start ? stop : stop + 1);
        }
      } else {
        const from = Math.max(last + 1, i - before);
        if ((before > 0 || after > 0) && (last < 0 ? search.shown : from > last + 1)) out += "--\n";
        for (let b = from; b < i; b++) print(b, "-");
        print(i, ":");
        until = i + after;
      }
    }
    if (count >= limit) break;
  }
  if (last >= 0) search.shown = true;
  if (count > 0) search.found = true;
  if (options.has("q")) return;
  if (options.has("c")) out = `${label}${count}\n`;
  if (lists !== undefined) out = count > 0 === (lists === "l") ? `${shown}\n` : "";
  if (lists === "L" && out !== "") search.lacking = true;
  const isBinary = text.includes("\0") && !options.has("a") && !options.has("z");
  if (isBinary && count > 0 && !options.has("c") && lists === undefined)
    out = search.flavour === "gnu" ? `grep: ${shown}: binary file matches\n` : out;
  process.stdout.write(out);
}

function searchName(search: Search, name: string): void {
  const { process, flavour, options } = search;
  const read =
    name === "" ? "ENOENT" : name === "-" ? { text: process.stdin.rest() } : readText(process, name);
  if (typeof read !== "string") return searchText(search, name, read.text);
  if (flavour === "busybox" && read === "EISDIR") return searchText(search, name, "");
  // GNU's finds nothing in a folder, and says so where it lists files without a match.
  if (read === "EISDIR") searchText(search, name, "");
  search.failed = true;
  if (options.has("s")) return;
  complain(
    process,
    flavour,
    read === "EISDIR" && flavour === "gnu" ? `${name}: Is a directory` : `${name}: ${strerror[read]}`,
  );
}

function run(process: Process, options: Options, flavour: Flavour, kind: "E" | "F" | "G"): number {
  if (options.value("Y") === "always") throw notSimulated("grep --color=always", "colour what matches");
  const perl = options.has("P");
  const operands = [...options.operands];
  const texts = [...options.values("e")];
  for (const file of options.values("f")) {
    const read = readText(process, file);
    if (typeof read === "string") {
      complain(process, flavour, `${file}: ${strerror[read]}`);
      return 2;
    }
    texts.push(...linesOf(read.text));
  }
  if (texts.length === 0 && options.values("f").length === 0) {
    const first = operands.shift();
    if (first === undefined) {
      if (flavour === "busybox") busyboxUsage(process);
      else
        process.stderr.write(
          "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n",
        );
      return 2;
    }
    texts.push(first);
  }
  const recursive = options.has("r") || options.has("R");
  const fixed = options.has("F") || (kind === "F" && !options.has("E"));
  const extended = !fixed && (options.has("E") || kind === "E");
  const ignoreCase = options.has("i") || options.has("y");
  try {
    const patterns = texts
      .flatMap((text) => text.split("\n"))
      .map((text) =>
        perl
          ? perlRegex(text, ignoreCase)
          : regex(fixed ? escapeFixed(text) : text, { extended, ignoreCase }),
      );
    if (flavour === "gnu" && extended && !perl)
      for (const sign of texts.flatMap((text) => text.split("\n")).flatMap(strayRepeats))
        complain(process, flavour, `warning: ${sign} at start of expression`);
    // busybox reads its standard input also with -r.
    const names = operands.length > 0 ? operands : recursive && flavour === "gnu" ? ["."] : ["-"];
    const search: Search = {
      process,
      flavour,
      options,
      patterns,
      named:
        !options.has("h") &&
        (options.has("H") ||
          names.length > 1 ||
          (recursive &&
            (flavour === "gnu"
              ? names.some((name) => isDirectory(process, name)) || operands.length === 0
              : true))),
      found: false,
      failed: false,
      shown: false,
      lacking: false,
    };
    for (const name of names) {
      // Nothing more is looked at once there is a match.
      if (options.has("q") && search.found) break;
      // GNU's --include and --exclude are asked for files of the command line too.
      if (name !== "-" && !isDirectory(process, name) && flavour === "gnu") {
        const base = lastPart(name);
        const globs = options.values("I");
        if (globs.length > 0 && !globs.some((glob) => matchesPattern(glob, base))) continue;
        if (options.values("X").some((glob) => matchesPattern(glob, base))) continue;
      }
      if (!recursive || name === "-" || !isDirectory(process, name)) {
        searchName(search, name);
        continue;
      }
      const [includes, excludes, folders] = [options.values("I"), options.values("X"), options.values("D")];
      for (const { name: path, entry } of eachEntry(process, name, true)) {
        if (entry.kind !== "file") continue;
        const base = lastPart(path);
        if (includes.length > 0 && !includes.some((glob) => matchesPattern(glob, base))) continue;
        if (excludes.some((glob) => matchesPattern(glob, base))) continue;
        if (
          folders.length > 0 &&
          path
            .split("/")
            .slice(0, -1)
            .some((part) => folders.some((glob) => matchesPattern(glob, part)))
        )
          continue;
        searchName(search, operands.length === 0 ? path.replace(/^\.\//, "") : path);
      }
    }
    // With -L busybox asks whether it has named a file, GNU's whether a line was found.
    const isLacking = flavour === "busybox" && options.has("L");
    const done = isLacking ? search.lacking : search.found;
    return search.failed && !(search.found && options.has("q")) ? 2 : done ? 0 : 1;
  } catch (problem) {
    if (!(problem instanceof RegexProblem)) throw problem;
    complain(
      process,
      flavour,
      flavour === "gnu"
        ? problem.message === "unterminated ["
          ? texts.some((text) => text.endsWith("["))
            ? "Invalid regular expression"
            : "Unmatched [, [^, [:, [., or [="
          : problem.message
        : `bad regex '${texts[0]}'`,
    );
    return 2;
  }
}

/** `grep`, `egrep` and `fgrep` differ in the syntax they begin with. */
export const grepAs = (name: string, kind: "E" | "F" | "G"): Program =>
  tool(
    name,
    { flags: "EFGPivwxcLloqsHhnrRayzUIb", values: "efmABCIXD", long: LONG, refusal: 2 },
    (process, options, flavour) => run(process, options, flavour, kind),
  );

export const grep: Program = grepAs("grep", "G");
