import { notSimulated } from "../../core/engine-error.ts";
import { hex, printable } from "../text/byte-dump.ts";
import { bytesOf, contentOf, textOf } from "../text/bytes-text.ts";
import { inputFiles, linesOf } from "../text/input-files.ts";
import { complain, type Options } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readCount } from "../options/read-count.ts";
import { tool } from "../options/tool.ts";
import { at as pathAt } from "../tree/tree.ts";

/** A number as C writes it: decimal, octal with a leading 0, hexadecimal with 0x. */
function numberOf(options: Options, letter: string): number | undefined {
  const word = options.value(letter);
  if (word === undefined) return undefined;
  return /^[-+]?0x/i.test(word) ? Number(word) : (readCount(word) ?? 0);
}

/** The bytes that a dump shows. */
function undump(text: string, isPlain: boolean): Uint8Array {
  const bytes: number[] = [];
  for (const line of linesOf(text)) {
    const digits = isPlain
      ? line.replaceAll(/\s/g, "")
      : (/^[0-9a-fA-F]+:((?: ?[0-9a-fA-F]{2})*)/.exec(line.replaceAll(/ (?= ).*$/g, ""))?.[1] ?? "");
    for (const pair of digits.replaceAll(" ", "").match(/[0-9a-fA-F]{2}/g) ?? [])
      bytes.push(Number.parseInt(pair, 16));
  }
  return Uint8Array.from(bytes);
}

/** The bytes as a list that a C compiler reads; of a named file with its name. */
function asC(
  bytes: Uint8Array,
  name: string | undefined,
  width: number,
  upper: boolean,
  lastComma: string,
): string {
  const shown = (byte: number): string => (upper ? `0X${hex(byte, 2).toUpperCase()}` : `0x${hex(byte, 2)}`);
  const rows: string[] = [];
  for (let from = 0; from < bytes.length; from += width)
    rows.push(`  ${[...bytes.subarray(from, from + width)].map(shown).join(", ")}`);
  const list = rows.length > 0 ? rows.join(",\n") + lastComma : "";
  if (name === undefined) return bytes.length > 0 ? `${list}\n` : "";
  const variable = name.replaceAll(/[^A-Za-z0-9]/g, "_").replace(/^(?=\d)/, "__");
  return `unsigned char ${variable}[] = {\n${list === "" ? "" : `${list}\n`}};\nunsigned int ${variable}_len = ${bytes.length};\n`;
}

export const xxd: Program = tool(
  "xxd",
  {
    flags: "puirbe",
    values: "lscgo",
    long: { ps: "p", postscript: "p", plain: "p", include: "i", revert: "r", uppercase: "u" },
    lacks: "*",
  },
  (process, options, flavour) => {
    if (options.has("b") || options.has("e")) throw notSimulated("xxd -b and -e", "show bits, or words");
    const { operands } = options;
    const { files, failed } = inputFiles(process, flavour, operands.slice(0, 1));
    if (failed) return flavour === "gnu" ? 2 : 1;
    const text = files[0]?.text ?? "";
    const put = (out: string): number => {
      const [, target] = operands;
      if (target === undefined) process.stdout.write(out);
      else process.files.write(pathAt(process, target), contentOf(out), 0o666 & ~process.umask);
      return 0;
    };
    if (options.has("r")) return put(textOf(undump(text, options.has("p"))));
    const all = bytesOf(text);
    const word = options.value("s") ?? "";
    if (flavour === "busybox" && word.startsWith("-"))
      return complain(process, flavour, `invalid number '${word}'`);
    const asked = numberOf(options, "s") ?? 0;
    if (asked < -all.length) {
      complain(process, flavour, "Sorry, cannot seek.");
      return 4;
    }
    const skip = asked < 0 ? Math.max(0, all.length + asked) : asked;
    const length = numberOf(options, "l");
    const bytes = all.subarray(skip, length === undefined || length < 0 ? undefined : skip + length);
    process.kernel.spend(bytes.length >> 4);
    const upper = options.has("u");
    if (options.has("i")) {
      const name = operands[0] === "-" ? undefined : operands[0];
      return put(asC(bytes, name, numberOf(options, "c") || 12, upper, flavour === "gnu" ? "" : ","));
    }
    const isPlain = options.has("p");
    const given = numberOf(options, "c");
    const width = given === 0 && isPlain ? Math.max(1, bytes.length) : given || (isPlain ? 30 : 16);
    const group = numberOf(options, "g") ?? 2;
    const size = group > 0 ? group : width;
    const offset = numberOf(options, "o") ?? 0;
    const column = width * 2 + Math.ceil(width / size);
    let out = "";
    for (let from = 0; from < bytes.length; from += width) {
      const part = [...bytes.subarray(from, from + width)];
      const digits = part.map((byte) => (upper ? hex(byte, 2).toUpperCase() : hex(byte, 2)));
      if (isPlain) {
        out += `${digits.join("")}\n`;
        continue;
      }
      const groups = digits.map((pair, i) => (i % size === size - 1 ? `${pair} ` : pair)).join("");
      out += `${hex(skip + offset + from, 8)}: ${groups.padEnd(column)} ${part.map(printable).join("")}\n`;
    }
    return put(out);
  },
);
