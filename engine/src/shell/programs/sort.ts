import { strerror } from "../../vfs/errno.ts";
import { inputFiles, linesOf } from "../text/input-files.ts";
import { complain, type Options } from "../options/options.ts";
import { contentOf } from "../text/bytes-text.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { versionOrder } from "../text/version-order.ts";
import { at, isDirectory, isEntry, statOf } from "../tree/tree.ts";

interface Key {
  readonly from: readonly [field: number, character: number];
  readonly to: readonly [field: number, character: number] | undefined;
  readonly flags: string;
}

const number = (text: string): number => Number(/^\s*(-?\d*\.?\d*)/.exec(text)?.[1] || 0) || 0;
const UNITS = " KMGTPE";
const human = (text: string): number =>
  number(text) * 1024 ** Math.max(0, UNITS.indexOf(/^\s*-?[\d.]+([KMGTPE])/.exec(text)?.[1] ?? " "));

function keyOf(word: string): Key | undefined {
  const match = /^(\d+)(?:\.(\d+))?([a-zA-Z]*)(?:,(\d+)(?:\.(\d+))?([a-zA-Z]*))?$/.exec(word);
  if (!match) return undefined;
  const [, field = "1", character = "1", flags = "", toField, toCharacter = "0", toFlags = ""] = match;
  return {
    from: [Number(field), Number(character)],
    to: toField === undefined ? undefined : [Number(toField), Number(toCharacter)],
    flags: flags + toFlags,
  };
}

/** Where fields of a line begin and end; without a separator a field begins with the blanks before it. */
function fieldBounds(line: string, separator: string | undefined): [number, number][] {
  const bounds: [number, number][] = [];
  if (separator !== undefined) {
    let from = 0;
    for (const part of line.split(separator)) {
      bounds.push([from, from + part.length]);
      from += part.length + separator.length;
    }
    return bounds;
  }
  for (const match of line.matchAll(/[ \t]*[^ \t]+/g))
    bounds.push([match.index, match.index + match[0].length]);
  return bounds;
}

function keyText(line: string, key: Key, separator: string | undefined): string {
  const bounds = fieldBounds(line, separator);
  const start = bounds[key.from[0] - 1];
  if (!start) return "";
  let from = start[0];
  if (key.flags.includes("b")) from += /^[ \t]*/.exec(line.slice(from))?.[0].length ?? 0;
  from = Math.min(from + key.from[1] - 1, line.length);
  const end = key.to && bounds[key.to[0] - 1];
  const to =
    key.to === undefined || !end
      ? line.length
      : key.to[1] === 0
        ? end[1]
        : Math.min(end[0] + key.to[1], line.length);
  return line.slice(from, Math.max(from, to));
}

function compareTexts(a: string, b: string, flags: string): number {
  if (flags.includes("n")) return number(a) - number(b);
  if (flags.includes("g")) {
    const [x, y] = [Number.parseFloat(a), Number.parseFloat(b)];
    return Number.isNaN(x) ? (Number.isNaN(y) ? 0 : -1) : Number.isNaN(y) ? 1 : x - y;
  }
  if (flags.includes("h")) return human(a) - human(b);
  if (flags.includes("V")) return versionOrder(a, b);
  let [x, y] = [a, b];
  if (flags.includes("d")) [x, y] = [x, y].map((text) => text.replaceAll(/[^\w\s]/g, "")) as [string, string];
  if (flags.includes("f")) [x, y] = [x.toUpperCase(), y.toUpperCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

function comparison(options: Options, keys: readonly Key[]): (a: string, b: string) => number {
  const flags = ["n", "g", "h", "V", "d", "f", "b"].filter(options.has).join("");
  const separator = options.value("t")?.replace("\\0", "\0");
  const turned = options.has("r") ? -1 : 1;
  const keyed = (a: string, b: string): number => {
    if (keys.length === 0)
      return (
        turned *
        compareTexts(flags.includes("b") ? a.trimStart() : a, flags.includes("b") ? b.trimStart() : b, flags)
      );
    for (const key of keys) {
      const own = key.flags.replace("b", "") === "" ? flags : key.flags;
      const order = compareTexts(keyText(a, key, separator), keyText(b, key, separator), own);
      if (order !== 0)
        return (key.flags.replace("b", "") === "" ? turned : key.flags.includes("r") ? -1 : 1) * order;
    }
    return 0;
  };
  return keyed;
}

export const sort: Program = tool(
  "sort",
  {
    flags: "nrufbghVdimscCz",
    values: "kto",
    long: {
      numeric: "n",
      "numeric-sort": "n",
      reverse: "r",
      unique: "u",
      key: "k",
      "field-separator": "t",
      output: "o",
      "ignore-case": "f",
      "human-numeric-sort": "h",
      "version-sort": "V",
      check: "c",
      stable: "s",
    },
    refusal: 2,
    lacks: "MRTS",
  },
  (process, options, flavour) => {
    const ending = options.has("z") ? "\0" : "\n";
    const tab = options.value("t") ?? "\t";
    if ([...tab].length !== 1 && tab !== "\\0") {
      const words = tab === "" ? "empty tab" : `multi-character tab ‘${tab}’`;
      complain(process, flavour, flavour === "gnu" ? words : "bad -t parameter");
      return 2;
    }
    const keys = options.values("k").map(keyOf);
    const bad = keys.findIndex((key) => key === undefined);
    if (bad >= 0) {
      complain(
        process,
        flavour,
        `invalid number at field start: invalid count at start of '${options.values("k")[bad]}'`,
      );
      return 2;
    }
    const zero = options.values("k").find((word) => /^0+(?!\d)|^\d+\.0+(?!\d)|,0+(?!\d)/.test(word));
    if (zero !== undefined) {
      complain(process, flavour, flavour === "gnu" ? zeroWords(zero) : "bad field specification");
      return 2;
    }
    const orders = ["d", "g", "h", "i", "n", "V"].filter(options.has).join("").replace(/di/, "d");
    if (flavour === "gnu" && orders.length > 1 && !/^d?V$/.test(orders)) {
      complain(process, flavour, `options '-${orders}' are incompatible`);
      return 2;
    }
    const { files, failed } = readInputs(process, flavour, options);
    if (failed) return 2;
    const all = files.flatMap((file) => linesOf(file.text, ending));
    const length = files.reduce((sum, file) => sum + file.text.length, 0);
    // Each comparison looks at keys, and there are about n log n of them.
    process.kernel.spend(all.length * 2 + (length >> 8) * Math.max(1, Math.log2(all.length + 1) / 4));
    const compare = comparison(options, keys as Key[]);
    const whole = (a: string, b: string): number => {
      const order = compare(a, b);
      if (order !== 0 || options.has("s") || options.has("u")) return order;
      return (options.has("r") ? -1 : 1) * (a < b ? -1 : a > b ? 1 : 0);
    };
    if (options.has("c") || options.has("C")) {
      const wrong = all.findIndex((line, i) => i > 0 && whole(all[i - 1] ?? "", line) > 0);
      if (wrong < 0) return 0;
      if (flavour === "busybox") process.stderr.write(`Check line ${wrong}\n`);
      else if (options.has("c"))
        complain(process, flavour, `${options.operands[0] ?? "-"}:${wrong + 1}: disorder: ${all[wrong]}`);
      return 1;
    }
    let sorted = all.sort(whole);
    if (options.has("u"))
      sorted = sorted.filter((line, i) => i === 0 || compare(sorted[i - 1] ?? "", line) !== 0);
    const text = sorted.map((line) => line + ending).join("");
    const target = options.value("o");
    if (target === undefined) {
      process.stdout.write(text);
      return 0;
    }
    const errno = process.files.write(at(process, target), contentOf(text), 0o666 & ~process.umask);
    if (!errno) return 0;
    complain(
      process,
      flavour,
      flavour === "gnu"
        ? `open failed: ${target}: ${strerror[errno]}`
        : `can't open '${target}': ${strerror[errno]}`,
    );
    return 2;
  },
);

const zeroWords = (word: string): string =>
  /^0|,0/.test(word)
    ? `field number is zero: invalid field specification '${word}'`
    : `character offset is zero: invalid field specification '${word}'`;

/** GNU's sort stops at the first input that it cannot read. */
function readInputs(process: Process, flavour: Flavour, options: Options): ReturnType<typeof inputFiles> {
  if (flavour === "busybox") {
    // It opens a directory and reads nothing from it.
    const files = options.operands.filter((name) => !isDirectory(process, name));
    if (files.length < options.operands.length && files.length === 0) return { files: [], failed: false };
    return inputFiles(process, flavour, files);
  }
  const unreadable = options.operands.find((name) => {
    const entry = name === "-" ? undefined : statOf(process, name);
    return entry !== undefined && (!isEntry(entry) || !process.files.access(at(process, name), 4));
  });
  const checks = options.has("c") || options.has("C");
  if (unreadable !== undefined) {
    const entry = statOf(process, unreadable);
    const words = strerror[isEntry(entry) ? "EACCES" : entry];
    complain(process, flavour, `${checks ? "open failed" : "cannot read"}: ${unreadable}: ${words}`);
    return { files: [], failed: true };
  }
  return inputFiles(
    process,
    flavour,
    options.operands,
    (name, errno) => `read failed: ${name}: ${strerror[errno]}`,
  );
}
