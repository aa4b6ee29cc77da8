import { inputFiles, linesOf } from "../text/input-files.ts";
import { complain, missingOperand, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

export const comm: Program = tool(
  "comm",
  {
    flags: "123zCNT",
    values: "O",
    long: {
      "zero-terminated": "z",
      "check-order": "C",
      "nocheck-order": "N",
      total: "T",
      "output-delimiter": "O",
    },
  },
  (process, options, flavour) => {
    const { operands } = options;
    if (operands.length < 2) missingOperand(process, flavour, operands[0]);
    if (operands.length > 2 && flavour === "gnu") refuse(process, flavour, `extra operand '${operands[2]}'`);
    const ending = options.has("z") ? "\0" : "\n";
    const texts: string[] = [];
    for (const name of operands.slice(0, 2)) {
      const { files, failed } = inputFiles(process, flavour, [name]);
      if (failed) return 1;
      texts.push(files[0]?.text ?? "");
    }
    const [a = [], b = []] = texts.map((text) => linesOf(text, ending));
    const mark = options.value("O") ?? "\t";
    const counts = [0, 0, 0];
    const isShown = (column: number): boolean => !options.has(String(column));
    const print = (column: 1 | 2 | 3, line: string): void => {
      counts[column - 1] = (counts[column - 1] ?? 0) + 1;
      const before = [1, 2, 3].slice(0, column - 1).filter(isShown).length;
      if (isShown(column)) process.stdout.write(mark.repeat(before) + line + ending);
    };
    // GNU tells the first line of each file that is out of order, when it reads past it, once the files differ at all.
    let differ = options.has("C");
    let isOver = false;
    const unsorted = [false, false];
    const check = (side: 0 | 1, lines: readonly string[], at: number): void => {
      const [before, line] = [lines[at - 1], lines[at]];
      if (flavour !== "gnu" || options.has("N") || !differ || unsorted[side]) return;
      if (before === undefined || line === undefined || before <= line) return;
      unsorted[side] = true;
      isOver ||= options.has("C");
      complain(process, flavour, `file ${side + 1} is not in sorted order`);
    };
    let [i, j] = [0, 0];
    while (!isOver && (i < a.length || j < b.length)) {
      process.kernel.spend(1);
      const [left, right] = [a[i], b[j]];
      differ ||= left !== right;
      if (right === undefined || (left !== undefined && left < right)) {
        print(1, left ?? "");
        check(0, a, ++i);
      } else if (left === undefined || right < left) {
        print(2, right);
        check(1, b, ++j);
      } else {
        print(3, left);
        check(0, a, ++i);
        if (!isOver) check(1, b, ++j);
      }
    }
    if (isOver) return 1;
    if (options.has("T")) process.stdout.write([...counts, `total${ending}`].join(mark));
    if (!unsorted.includes(true)) return 0;
    return complain(process, flavour, "input is not in sorted order");
  },
);
