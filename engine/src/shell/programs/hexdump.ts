import { notSimulated } from "../../core/engine-error.ts";
import { character, hex, printable } from "../text/byte-dump.ts";
import { bytesOf } from "../text/bytes-text.ts";
import { inputFiles, nameAndReason } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readCount } from "../options/read-count.ts";
import { tool } from "../options/tool.ts";

interface Format {
  /** Bytes of one value. */
  readonly size: number;
  /** Columns of one value with the blanks before it. */
  readonly width: number;
  show(value: number): string;
}

const WORDS: Format = { size: 2, width: 5, show: (value) => hex(value, 4) };
const FORMATS: Readonly<Record<string, Format>> = {
  b: { size: 1, width: 4, show: (value) => value.toString(8).padStart(3, "0") },
  c: { size: 1, width: 4, show: character },
  d: { size: 2, width: 8, show: (value) => String(value).padStart(5, "0") },
  o: { size: 2, width: 8, show: (value) => value.toString(8).padStart(6, "0") },
  x: { size: 2, width: 8, show: (value) => hex(value, 4) },
};

/** A line of 16 bytes as hexadecimal and characters. */
function canonical(bytes: Uint8Array): string {
  const half = (from: number): string =>
    [...bytes.subarray(from, from + 8)].map((byte) => hex(byte, 2)).join(" ");
  const shown = `${half(0)}  ${half(8)}`.trimEnd().padEnd(48);
  return `  ${shown}  |${[...bytes].map(printable).join("")}|`;
}

/** A line of 16 bytes in one of the other forms. */
function values(bytes: Uint8Array, { size, width, show }: Format): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += size)
    text += show((bytes[i] ?? 0) + (size > 1 ? (bytes[i + 1] ?? 0) << 8 : 0)).padStart(width);
  return text.padEnd((16 / size) * width);
}

export const hexdump: Program = tool(
  "hexdump",
  {
    flags: "Cvbcdox",
    values: "nsef",
    long: {
      canonical: "C",
      "no-squeezing": "v",
      length: "n",
      skip: "s",
      "one-byte-octal": "b",
      "one-byte-char": "c",
      "two-bytes-decimal": "d",
      "two-bytes-octal": "o",
      "two-bytes-hex": "x",
      format: "e",
    },
    lacks: "L",
  },
  (process, options, flavour) => {
    if (options.has("e") || options.has("f"))
      throw notSimulated("hexdump -e", "show the bytes in the form that is asked for");
    const { files, failed } = inputFiles(process, flavour, options.operands, (name, errno) => {
      // A folder opens, and is told when it is read; it does not count as a failure.
      if (errno !== "EISDIR") return nameAndReason(name, errno);
      complain(process, flavour, nameAndReason(name, errno));
      return undefined;
    });
    if (failed && files.length === 0) {
      if (flavour === "gnu")
        complain(
          process,
          flavour,
          options.has("s") ? "stdin: Bad file descriptor" : "all input file arguments failed",
        );
      return 1;
    }
    const isCanonical = options.has("C");
    const chosen = options.order.filter((letter) => letter === "C" || FORMATS[letter] !== undefined);
    const forms = chosen.length > 0 ? chosen : ["w"];
    const skip = readCount(options.value("s") ?? "0") ?? 0;
    const length = options.has("n") ? (readCount(options.value("n") ?? "") ?? 0) : undefined;
    const all = bytesOf(files.map(({ text }) => text).join(""));
    const bytes = all.subarray(skip, length === undefined ? undefined : skip + length);
    const offset = (at: number, form: string): string => hex(skip + at, form === "C" ? 8 : 7);
    const row = (part: Uint8Array, form: string): string =>
      form === "C" ? canonical(part) : values(part, FORMATS[form] ?? WORDS);
    let before: string | undefined;
    let out = "";
    for (let at = 0; at < bytes.length; at += 16) {
      process.kernel.spend(1);
      const part = bytes.subarray(at, at + 16);
      const raw = part.join(" ");
      const same = raw === before && !options.has("v") && part.length === 16;
      if (!same) out += forms.map((form) => `${offset(at, form)}${row(part, form)}\n`).join("");
      else if (!out.endsWith("*\n")) out += "*\n";
      before = raw;
    }
    const isOver = bytes.length === 0 && skip === 0;
    process.stdout.write(isOver ? out : `${out}${offset(bytes.length, isCanonical ? "C" : "w")}\n`);
    return failed ? 1 : 0;
  },
);
