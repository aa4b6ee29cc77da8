import { bytesOf, textOf } from "../text/bytes-text.ts";
import { busyboxNumber } from "../options/busybox-number.ts";
import { inputFiles, nameAndReason, nameOrReadError } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const [BACKSPACE, TAB, RETURN, BLANK] = [8, 9, 13, 32];

/** The column behind a byte: tabulators go on to the next multiple of 8, unless bytes are all that counts. */
function columnAfter(byte: number, column: number, bytes: boolean): number {
  if (bytes) return column + 1;
  if (byte === BACKSPACE) return Math.max(0, column - 1);
  if (byte === RETURN) return 0;
  return byte === TAB ? column + 8 - (column % 8) : column + 1;
}

/** Every character of these is one byte and one column wide. */
const PLAIN = /^[\x20-\x7e]*$/;

/** The same of a line of plain characters. */
function foldPlain(line: string, width: number): string {
  const rows: string[] = [];
  for (let at = 0; at < line.length; at += width) rows.push(line.slice(at, at + width));
  return rows.join("\n");
}

/** One line without its end, with a line feed wherever it would grow wider. */
function foldLine(line: Uint8Array, width: number, bytes: boolean, atBlanks: boolean): number[] {
  const out: number[] = [];
  let row: number[] = [];
  let column = 0;
  for (const byte of line) {
    column = columnAfter(byte, column, bytes);
    if (column > width && row.length > 0) {
      const blank = atBlanks ? row.findLastIndex((one) => one === BLANK || one === TAB) : -1;
      const kept = blank < 0 ? [] : row.slice(blank + 1);
      out.push(...(blank < 0 ? row : row.slice(0, blank + 1)), 10);
      row = kept;
      column = columnAfter(
        byte,
        kept.reduce((sum, one) => columnAfter(one, sum, bytes), 0),
        bytes,
      );
    }
    row.push(byte);
  }
  return [...out, ...row];
}

export const fold: Program = tool(
  "fold",
  { flags: "sb0123456789", values: "w", long: { width: "w", spaces: "s", bytes: "b" } },
  (process, options, flavour) => {
    const digits = options.order.filter((letter) => /\d/.test(letter)).join("");
    const asked = options.value("w") ?? (digits || "80");
    if (flavour === "busybox") busyboxNumber(process, asked, 1, 10_000);
    const wrong = [...options.values("w"), asked].find((word) => !/^\d*[1-9]\d*$/.test(word));
    if (flavour === "gnu" && wrong !== undefined)
      return complain(
        process,
        flavour,
        `invalid number of columns: \u2018${wrong}\u2019${/^0+$/.test(wrong) ? ": Numerical result out of range" : ""}`,
      );
    const { files, failed } = inputFiles(
      process,
      flavour,
      options.operands,
      flavour === "gnu" ? nameAndReason : nameOrReadError,
    );
    for (const { text } of files) {
      process.kernel.spend(text.length >> 6);
      const fold = (line: string): string =>
        !options.has("s") && PLAIN.test(line)
          ? foldPlain(line, Number(asked))
          : textOf(
              Uint8Array.from(foldLine(bytesOf(line), Number(asked), options.has("b"), options.has("s"))),
            );
      const lines = text.split("\n").map(fold);
      process.stdout.write(lines.join("\n"));
    }
    return failed ? 1 : 0;
  },
);
