import { bytesOf } from "../bytes-text.ts";
import { hex, printable } from "../byte-dump.ts";
import { inputFiles } from "../input-files.ts";
import type { Program } from "../process.ts";
import { readCount } from "../read-count.ts";
import { tool } from "../tool.ts";

export const xxd: Program = tool(
  "xxd",
  { flags: "pu", values: "lsc", lacks: "*" },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands);
    const number = (letter: string): number | undefined =>
      options.has(letter) ? (readCount(options.value(letter) ?? "") ?? 0) : undefined;
    const skip = number("s") ?? 0;
    const length = number("l");
    const all = bytesOf(files.map(({ text }) => text).join(""));
    const bytes = all.subarray(skip, length === undefined ? undefined : skip + length);
    const width = Math.max(1, number("c") ?? (options.has("p") ? 30 : 16));
    const shown = (text: string): string => (options.has("u") ? text.toUpperCase() : text);
    let out = "";
    for (let at = 0; at < bytes.length; at += width) {
      process.kernel.spend(1);
      const part = [...bytes.subarray(at, at + width)];
      const digits = part.map((byte) => shown(hex(byte, 2)));
      if (options.has("p")) {
        out += `${digits.join("")}\n`;
        continue;
      }
      const pairs = digits.map((pair, i) => (i % 2 === 1 ? `${pair} ` : pair)).join("");
      const column = width * 2 + Math.ceil(width / 2);
      out += `${hex(skip + at, 8)}: ${pairs.trimEnd().padEnd(column)} ${part.map(printable).join("")}\n`;
    }
    process.stdout.write(out);
    return failed ? 1 : 0;
  },
);
