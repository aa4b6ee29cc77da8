import { notSimulated } from "../../core/engine-error.ts";
import { character } from "../text/byte-dump.ts";
import { bytesOf } from "../text/bytes-text.ts";
import { inputFiles, nameAndReason } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readCount } from "../options/read-count.ts";
import { tool } from "../options/tool.ts";

/** The names of ASCII that have no letter of their own, by number. */
const NAMES: Readonly<Record<number, string>> = {
  ..."nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp".split(
    " ",
  ),
  127: "del",
};

interface Format {
  readonly size: number;
  /** Columns of one value, the space before it included. */
  readonly width: number;
  show(value: bigint): string;
}

const DIGITS = {
  o: { 1: 3, 2: 6, 4: 11, 8: 22 },
  x: { 1: 2, 2: 4, 4: 8, 8: 16 },
  u: { 1: 3, 2: 5, 4: 10, 8: 20 },
  d: { 1: 4, 2: 6, 4: 11, 8: 20 },
} as const;
const SIZES: Readonly<Record<string, 1 | 2 | 4 | 8>> = {
  "": 4,
  C: 1,
  "1": 1,
  S: 2,
  "2": 2,
  I: 4,
  "4": 4,
  L: 8,
  "8": 8,
};

/** `x1`, `c`, `d4` of `-t`; undefined where the type is not known. */
function formatOf(word: string): Format | undefined {
  if (word === "a")
    return {
      size: 1,
      width: 4,
      show: (value) => NAMES[Number(value) & 127] ?? String.fromCharCode(Number(value) & 127),
    };
  if (word === "c") return { size: 1, width: 4, show: (value) => character(Number(value)) };
  const match = /^([oxud])([1248CSIL]?)$/.exec(word);
  const size = SIZES[match?.[2] ?? "none"];
  const kind = match?.[1];
  if (size === undefined || (kind !== "o" && kind !== "x" && kind !== "u" && kind !== "d")) return undefined;
  const digits = DIGITS[kind][size];
  return {
    size,
    width: digits + 1,
    show: (value) => {
      if (kind === "d") return String(BigInt.asIntN(size * 8, value));
      return kind === "u" ? String(value) : value.toString(kind === "o" ? 8 : 16).padStart(digits, "0");
    },
  };
}

const SHORT: Readonly<Record<string, string>> = {
  a: "a",
  c: "c",
  x: "x2",
  b: "o1",
  o: "o2",
  d: "u2",
  i: "d4",
  s: "d2",
};

export const od: Program = tool(
  "od",
  {
    flags: "acxbodisv",
    values: "AtNjw",
    long: {
      "address-radix": "A",
      format: "t",
      "read-bytes": "N",
      "skip-bytes": "j",
      width: "w",
      "output-duplicates": "v",
      strings: "S",
      endian: "e",
      traditional: "B",
    },
    lacks: "fhlBDFHILOSXe",
  },
  (process, options, flavour) => {
    const words = options.given.flatMap(([letter, value]) =>
      letter === "t" ? (value.match(/[oxud][1248CSIL]?z?|./g) ?? []) : (SHORT[letter] ?? []),
    );
    const formats = (words.length > 0 ? words : ["o2"]).map(formatOf);
    if (formats.includes(undefined))
      throw notSimulated(`the format ${words.join("")} of od`, "it would show the bytes in this form");
    const known = formats.flatMap((format) => format ?? []);
    let opened = 0;
    const { files, failed } = inputFiles(process, flavour, options.operands, (name, errno) => {
      if (errno === "EISDIR") opened++;
      return nameAndReason(name, errno);
    });
    if (failed && files.length + opened === 0) return 1;
    const radix = options.value("A") ?? "o";
    if (!/^[doxn]$/.test(radix))
      return complain(
        process,
        flavour,
        `invalid output address radix '${radix}'; it must be one character from [doxn]`,
      );
    const count = (letter: string): number | undefined =>
      options.has(letter) ? (readCount(options.value(letter) ?? "") ?? 0) : undefined;
    const skip = count("j") ?? 0;
    const length = count("N");
    const all = bytesOf(files.map(({ text }) => text).join(""));
    if (skip > all.length)
      return complain(
        process,
        flavour,
        `${flavour === "gnu" ? "cannot" : "can't"} skip past end of combined input`,
      );
    const bytes = all.subarray(skip, length === undefined ? undefined : skip + length);
    const per = Math.max(1, count("w") ?? 16);
    const address = (at: number): string => {
      if (radix === "n") return "";
      const text = (skip + at).toString(radix === "o" ? 8 : radix === "x" ? 16 : 10);
      return text.padStart(radix === "x" ? 6 : 7, "0");
    };
    // Values of several formats stand below each other: GNU spreads what a line lacks over its values.
    const widest = Math.max(...known.map(({ size, width }) => Math.ceil(per / size) * width));
    const columns = ({ size, width }: Format): number[] => {
      const count = Math.ceil(per / size);
      const lacking = flavour === "gnu" ? widest - width * count : 0;
      const before = (left: number): number => Math.floor((lacking * left) / count);
      return Array.from({ length: count }, (_, i) => width + before(count - i) - before(count - i - 1));
    };
    const widths = known.map(columns);
    let out = "";
    let before = "";
    for (let at = 0; at < bytes.length; at += per) {
      process.kernel.spend(1);
      const part = bytes.subarray(at, at + per);
      const rows = known.map(({ size, show }, which) => {
        let row = "";
        for (let i = 0; i < part.length; i += size) {
          let value = 0n;
          for (let j = size - 1; j >= 0; j--) value = (value << 8n) | BigInt(part[i + j] ?? 0);
          row += show(value).padStart(widths[which]?.[i / size] ?? 0);
        }
        return row;
      });
      const body = rows.join("\n");
      if (body === before && !options.has("v") && part.length === per) {
        if (!out.endsWith("*\n")) out += "*\n";
        continue;
      }
      before = body;
      const indent = " ".repeat(address(at).length);
      out += rows.map((row, i) => `${i === 0 ? address(at) : indent}${row}\n`).join("");
    }
    process.stdout.write(radix === "n" ? out : `${out}${address(bytes.length)}\n`);
    return failed ? 1 : 0;
  },
);
