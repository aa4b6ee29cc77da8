import { inputFiles, foldersAreEmpty, linesOf, nameAndReason } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { isEntry, statOf } from "../tree/tree.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  b: "\b",
  f: "\f",
  r: "\r",
  v: "\v",
  "0": "",
};

/** What stands between columns, one after the other; undefined where a backslash is left over at the end. */
function readMarks(list: string, strict: boolean): string[] | undefined {
  const marks: string[] = [];
  const letters = [...list];
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(list) && !strict) letters.push("\\");
  for (let i = 0; i < letters.length; i++) {
    let letter = letters[i] ?? "";
    if (letter === "\\") {
      const next = letters[++i];
      if (next === undefined) return undefined;
      letter = ESCAPES[next] ?? next;
    }
    marks.push(letter);
  }
  return marks.length > 0 ? marks : [""];
}

export const paste: Program = tool(
  "paste",
  { flags: "sz", values: "d", long: { serial: "s", delimiters: "d", "zero-terminated": "z" } },
  (process, options, flavour) => {
    const marks = readMarks(options.value("d") ?? "\t", flavour === "gnu");
    if (!marks)
      return complain(
        process,
        flavour,
        `delimiter list ends with an unescaped backslash: ${options.value("d")}`,
      );
    const names = options.operands.length === 0 ? ["-"] : options.operands;
    // Side by side, all are opened before one of them is read.
    const missing = options.has("s")
      ? undefined
      : names.find((name) => name !== "-" && !isEntry(statOf(process, name)));
    if (missing !== undefined) {
      inputFiles(process, flavour, [missing]);
      return 1;
    }
    const ending = options.has("z") ? "\0" : "\n";
    const standard = linesOf(names.includes("-") ? process.stdin.rest() : "", ending);
    const readers = names.filter((name) => name === "-").length;
    let status = 0;
    let nth = 0;
    const columns: string[][] = [];
    for (const name of names) {
      if (name === "-") {
        // Side by side, each takes a line in turn; one below the other, the first takes all.
        const turn = nth++;
        columns.push(
          options.has("s") ? (turn === 0 ? standard : []) : standard.filter((_, i) => i % readers === turn),
        );
        continue;
      }
      let isFolder = false;
      const { files, failed } = inputFiles(process, flavour, [name], (file, errno) => {
        isFolder = errno === "EISDIR";
        return flavour === "gnu" ? nameAndReason(file, errno) : foldersAreEmpty(file, errno);
      });
      if (failed) status = 1;
      if (failed && !options.has("s") && !isFolder) return 1;
      if (!failed || (isFolder && flavour === "gnu")) columns.push(linesOf(files[0]?.text ?? "", ending));
    }
    const join = (cells: readonly string[]): string =>
      cells.map((cell, i) => (i === 0 ? cell : (marks[(i - 1) % marks.length] ?? "") + cell)).join("");
    const rows = options.has("s")
      ? columns
      : Array.from({ length: Math.max(0, ...columns.map((column) => column.length)) }, (_, i) =>
          columns.map((column) => column[i] ?? ""),
        );
    process.kernel.spend(rows.length * 2);
    if (flavour === "busybox" && !options.has("s")) {
      // A column that is over gives nothing any more, neither its mark nor the line feed.
      const cell = (column: readonly string[], row: number, at: number): string => {
        const text = column[row];
        if (text === undefined) return "";
        return text + (at === columns.length - 1 ? "\n" : (marks[at % marks.length] ?? ""));
      };
      const out = rows.map((_, row) => columns.map((column, at) => cell(column, row, at)).join(""));
      process.stdout.write(out.join(""));
      return status;
    }
    process.stdout.write(rows.map((row) => join(row) + ending).join(""));
    return status;
  },
);
