import { inputFiles, linesOf } from "../input-files.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

export const paste: Program = tool(
  "paste",
  { flags: "s", values: "d", long: { serial: "s", delimiters: "d" }, lacks: "z" },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands);
    if (failed) return 1;
    const marks = [...(options.value("d") ?? "\t").replaceAll("\\n", "\n").replaceAll("\\t", "\t")];
    const columns = files.map(({ text }) => linesOf(text));
    const join = (cells: readonly string[]): string =>
      cells.map((cell, i) => (i === 0 ? cell : (marks[(i - 1) % marks.length] ?? "") + cell)).join("");
    const rows = options.has("s")
      ? columns
      : Array.from({ length: Math.max(0, ...columns.map((column) => column.length)) }, (_, i) =>
          columns.map((column) => column[i] ?? ""),
        );
    process.kernel.spend(rows.length * 2);
    process.stdout.write(rows.map((row) => `${join(row)}\n`).join(""));
    return 0;
  },
);
