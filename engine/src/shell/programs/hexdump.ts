import { bytesOf } from "../bytes-text.ts";
import { hex, printable } from "../byte-dump.ts";
import { inputFiles } from "../input-files.ts";
import type { Program } from "../process.ts";
import { readCount } from "../read-count.ts";
import { tool } from "../tool.ts";

/** A line of 16 bytes: as hexadecimal and characters with `-C`, else as 16-bit words. */
function line(bytes: Uint8Array, canonical: boolean): string {
  if (canonical) {
    const half = (from: number): string =>
      [...bytes.subarray(from, from + 8)].map((byte) => hex(byte, 2)).join(" ");
    const shown = `${half(0)}  ${half(8)}`.trimEnd().padEnd(48);
    return `  ${shown}  |${[...bytes].map(printable).join("")}|`;
  }
  let text = "";
  for (let i = 0; i < bytes.length; i += 2)
    text += ` ${hex((bytes[i] ?? 0) + ((bytes[i + 1] ?? 0) << 8), 4)}`;
  return text.padEnd(40);
}

export const hexdump: Program = tool(
  "hexdump",
  { flags: "Cv", values: "ns", lacks: "*" },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands);
    const canonical = options.has("C");
    const skip = readCount(options.value("s") ?? "0") ?? 0;
    const length = options.has("n") ? (readCount(options.value("n") ?? "") ?? 0) : undefined;
    const all = bytesOf(files.map(({ text }) => text).join(""));
    const bytes = all.subarray(skip, length === undefined ? undefined : skip + length);
    const offset = (at: number): string => hex(skip + at, canonical ? 8 : 7);
    let before = "";
    let out = "";
    for (let at = 0; at < bytes.length; at += 16) {
      process.kernel.spend(1);
      const text = line(bytes.subarray(at, at + 16), canonical);
      const same = text === before && !options.has("v") && at + 16 <= bytes.length;
      if (!same) out += `${offset(at)}${text}\n`;
      else if (!out.endsWith("*\n")) out += "*\n";
      before = text;
    }
    process.stdout.write(bytes.length > 0 ? `${out}${offset(bytes.length)}\n` : out);
    return failed ? 1 : 0;
  },
);
