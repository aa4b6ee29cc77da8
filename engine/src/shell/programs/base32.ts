import { bytesOf, textOf } from "../text/bytes-text.ts";
import { cantOpen, inputFiles, orReadError } from "../text/input-files.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function encode(bytes: Uint8Array): string {
  const out: string[] = [];
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) out.push(LETTERS.charAt((held >> (bits - 5)) & 31));
  }
  if (bits > 0) out.push(LETTERS.charAt((held << (5 - bits)) & 31));
  return out.join("").padEnd(Math.ceil(bytes.length / 5) * 8, "=");
}

/** @returns the bytes up to the first letter that is none, and whether there was one */
function decode(text: string): { readonly bytes: Uint8Array; readonly whole: boolean } {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  const end = text.search(/=*$/);
  for (const letter of text.slice(0, end)) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return { bytes: Uint8Array.from(bytes), whole: false };
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return { bytes: Uint8Array.from(bytes), whole: text.length % 8 === 0 };
}

export const base32: Program = tool(
  "base32",
  { flags: "di", values: "w", long: { decode: "d", "ignore-garbage": "i", wrap: "w" } },
  (process, options, flavour) => {
    const [, extra] = options.operands;
    if (extra !== undefined) refuse(process, flavour, `extra operand ‘${extra}’`);
    const failure = flavour === "gnu" ? orReadError : cantOpen;
    const { files, failed } = inputFiles(process, flavour, options.operands, failure);
    if (failed) return 1;
    const text = files.map((file) => file.text).join("");
    process.kernel.spend(text.length >> 6);
    if (options.has("d")) {
      const letters = options.has("i") ? text.replaceAll(/[^A-Z2-7=]/g, "") : text.replaceAll("\n", "");
      const { bytes, whole } = decode(letters);
      process.stdout.write(textOf(bytes));
      return whole ? 0 : complain(process, flavour, "invalid input");
    }
    const width = Number(options.value("w") ?? 76);
    const line = encode(bytesOf(text));
    if (width === 0) process.stdout.write(line);
    else
      for (let at = 0; at < line.length; at += width) process.stdout.write(`${line.slice(at, at + width)}\n`);
    return 0;
  },
);
