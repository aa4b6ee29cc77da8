import { type InputFile, inputFiles, linesOf } from "../text/input-files.ts";
import { AUTO, type JoinRow, readFieldList, readRows } from "../text/join-rows.ts";
import { complain, missingOperand, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { isEntry, statOf } from "../tree/tree.ts";

/** Lines of two sorted files that have a field in common. */
export const join: Program = tool(
  "join",
  {
    flags: "izCNH",
    values: "t12javoe",
    long: {
      "ignore-case": "i",
      "zero-terminated": "z",
      "check-order": "C",
      "nocheck-order": "N",
      header: "H",
    },
  },
  (process, options, flavour) => {
    const { operands } = options;
    for (const letter of ["1", "2", "j"]) {
      const word = options.value(letter);
      if (word !== undefined && !/^0*[1-9]\d*$/.test(word))
        return complain(process, flavour, `invalid field number: ‘${word}’`);
    }
    for (const word of [...options.values("a"), ...options.values("v")])
      if (word !== "1" && word !== "2") return complain(process, flavour, `invalid field number: ‘${word}’`);
    const format = readFieldList(options.values("o"));
    if (typeof format === "string") return complain(process, flavour, format);
    if (operands.length > 2 && Array.isArray(format)) {
      // What stands after the list belongs to it, as long as two files are left.
      const more = readFieldList(operands.slice(0, -2));
      if (typeof more === "string") return complain(process, flavour, more);
    }
    const mark = options.value("t");
    if (mark !== undefined && mark !== "\\0" && [...mark].length > 1)
      return complain(process, flavour, `multi-character tab ‘${mark}’`);
    if (operands.length < 2) missingOperand(process, flavour, operands[0]);
    if (operands.length > 2) refuse(process, flavour, `extra operand '${operands[2]}'`);
    // Both are opened before one of them is read.
    const missing = operands.find((name) => name !== "-" && !isEntry(statOf(process, name)));
    const files: InputFile[] = [];
    for (const name of missing === undefined ? operands : [missing]) {
      const { files: read, failed } = inputFiles(process, flavour, [name]);
      if (failed) return 1;
      files.push(...read);
    }
    const ending = options.has("z") ? "\0" : "\n";
    const [a, b] = ([0, 1] as const).map((side) =>
      readRows(linesOf(files[side]?.text ?? "", ending), {
        field: Number(options.value(side === 0 ? "1" : "2") ?? options.value("j") ?? 1) - 1,
        mark: mark === "\\0" ? "\0" : mark,
        folds: options.has("i"),
        blanks: options.has("z") ? /[ \t\n]+/ : /[ \t]+/,
      }),
    ) as [JoinRow[], JoinRow[]];
    const separator = mark === "\\0" ? "\0" : mark || " ";
    const empty = options.value("e") ?? "";
    const widths = format === AUTO ? [a[0]?.fields.length ?? 0, b[0]?.fields.length ?? 0] : undefined;
    const filled = (text: string | undefined): string => (text === undefined || text === "" ? empty : text);
    const others = (row: JoinRow | undefined, width: number | undefined): string[] => {
      const all = row?.fields ?? [];
      const count = width ?? all.length;
      return Array.from({ length: count }, (_, i) => i)
        .filter((i) => i !== (row?.at ?? 0))
        .map((i) => filled(all[i]));
    };
    const line = (left: JoinRow | undefined, right: JoinRow | undefined): string => {
      if (Array.isArray(format))
        return format
          .map(([side, field]) => {
            if (side === 0) return filled(left?.key ?? right?.key);
            return filled((side === 1 ? left : right)?.fields[field]);
          })
          .join(separator);
      const key = filled((left ?? right)?.key);
      return [
        key,
        ...(left || widths ? others(left, widths?.[0]) : []),
        ...(right || widths ? others(right, widths?.[1]) : []),
      ].join(separator);
    };
    const print = (left?: JoinRow, right?: JoinRow): void => {
      process.kernel.spend(1);
      process.stdout.write(line(left, right) + ending);
    };
    const alone = (side: string): boolean =>
      options.values("a").includes(side) || options.values("v").includes(side);
    let [i, j] = [0, 0];
    if (options.has("H")) {
      if (a[0] ?? b[0]) print(a[0], b[0]);
      [i, j] = [1, 1];
    }
    // A line out of order is told when it is reached, once something could not be joined.
    const unsorted = [false, false];
    let unpaired = options.has("C");
    const order = (side: 0 | 1, rows: readonly JoinRow[], at: number): boolean => {
      const [before, row] = [rows[at - 1], rows[at]];
      if (!before || !row || unsorted[side] || options.has("N") || before.order <= row.order) return true;
      if (!unpaired || (options.has("H") && at === 1)) return true;
      unsorted[side] = true;
      complain(process, flavour, `${operands[side]}:${at + 1}: is not sorted: ${row.line}`);
      return !options.has("C");
    };
    const end = (rows: readonly JoinRow[], from: number): number => {
      let to = from + 1;
      while (rows[to] && rows[to]?.order === rows[from]?.order) to++;
      return to;
    };
    let goesOn = true;
    while (goesOn && i < a.length && j < b.length) {
      process.kernel.spend(1);
      const [left, right] = [a[i], b[j]];
      if (!left || !right) break;
      if (left.order < right.order) {
        unpaired = true;
        if (alone("1")) print(left);
        goesOn = order(0, a, ++i);
      } else if (right.order < left.order) {
        unpaired = true;
        if (alone("2")) print(undefined, right);
        goesOn = order(1, b, ++j);
      } else {
        const [lefts, rights] = [end(a, i), end(b, j)];
        for (let at = i + 1; at <= lefts && goesOn; at++) goesOn = order(0, a, at);
        for (let at = j + 1; at <= rights && goesOn; at++) goesOn = order(1, b, at);
        if (!goesOn) break;
        if (!options.has("v"))
          for (const one of a.slice(i, lefts)) for (const two of b.slice(j, rights)) print(one, two);
        [i, j] = [lefts, rights];
      }
    }
    if (!goesOn) return 1;
    if (i < a.length || j < b.length) unpaired = true;
    // The rest is read to its end where it is printed, or where its order is still to be told.
    const left = a.length - i;
    for (; i < a.length;) {
      if (alone("1")) print(a[i]);
      if (!order(0, a, ++i) && options.has("C")) return 1;
      if (!alone("1") && (unsorted[0] || left === 0)) break;
    }
    for (; j < b.length;) {
      if (alone("2")) print(undefined, b[j]);
      if (!order(1, b, ++j) && options.has("C")) return 1;
      if (!alone("2") && unsorted[1]) break;
    }
    if (!unsorted.includes(true)) return 0;
    return complain(process, flavour, "input is not in sorted order");
  },
);
