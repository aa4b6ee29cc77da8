import { strerror } from "../../vfs/errno.ts";
import { bytesOf, contentOf, textOf } from "../text/bytes-text.ts";
import { cannotOpen, inputFiles, linesOf } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readCount } from "../options/read-count.ts";
import { tool } from "../options/tool.ts";
import { at } from "../tree/tree.ts";

const MOST = 26 ** 3;

/** `ab` for 1, or `01` where the names count. */
function suffix(index: number, length: number, numeric: boolean): string {
  if (numeric) return String(index).padStart(length, "0");
  let text = "";
  for (let i = 0, left = index; i < length; i++, left = Math.floor(left / 26))
    text = String.fromCharCode(97 + (left % 26)) + text;
  return text;
}

export const split: Program = tool(
  "split",
  {
    flags: "d",
    values: "lba",
    long: {
      lines: "l",
      bytes: "b",
      "suffix-length": "a",
      "numeric-suffixes": "d",
    },
    lacks: "*",
  },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands.slice(0, 1), cannotOpen);
    if (failed) return 1;
    const text = files[0]?.text ?? "";
    const word = options.value("b") ?? options.value("l") ?? "1000";
    const size = readCount(word) ?? 0;
    if (size <= 0)
      return complain(
        process,
        flavour,
        flavour === "gnu"
          ? `invalid number of ${options.has("b") ? "bytes" : "lines"}: ‘${word}’${/^0+$/.test(word) ? ": Numerical result out of range" : ""}`
          : `invalid number '${word}'`,
      );
    const pieces: string[] = [];
    if (options.has("b")) {
      const bytes = bytesOf(text);
      for (let from = 0; from < bytes.length && pieces.length <= MOST; from += size)
        pieces.push(textOf(bytes.subarray(from, from + size)));
    } else {
      const lines = linesOf(text);
      for (let from = 0; from < lines.length; from += size) {
        const closed = from + size < lines.length || text.endsWith("\n");
        pieces.push(lines.slice(from, from + size).join("\n") + (closed ? "\n" : ""));
      }
    }
    const length = Number(options.value("a") ?? 2);
    const room = (options.has("d") ? 10 : 26) ** length;
    for (const [i, piece] of pieces.entries()) {
      process.kernel.spend(1);
      if (i >= room)
        return complain(
          process,
          flavour,
          flavour === "gnu" ? "output file suffixes exhausted" : "suffixes exhausted",
        );
      const name = `${options.operands[1] ?? "x"}${suffix(i, length, options.has("d"))}`;
      const errno = process.files.write(at(process, name), contentOf(piece), 0o666 & ~process.umask);
      if (errno) return complain(process, flavour, `${name}: ${strerror[errno]}`);
    }
    return 0;
  },
);
