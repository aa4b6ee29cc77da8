import { inputFiles, linesOf } from "../input-files.ts";
import { complain, missingOperand } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

export const comm: Program = tool("comm", { flags: "123", lacks: "z" }, (process, options, flavour) => {
  if (options.operands.length < 2) missingOperand(process, flavour, options.operands[0]);
  const { files, failed } = inputFiles(process, flavour, options.operands.slice(0, 2));
  if (failed) return 1;
  const [a = [], b = []] = files.map(({ text }) => linesOf(text));
  const tabs = (column: number): string =>
    "\t".repeat([1, 2, 3].slice(0, column - 1).filter((one) => !options.has(String(one))).length);
  const print = (column: number, line: string): void => {
    if (!options.has(String(column))) process.stdout.write(`${tabs(column)}${line}\n`);
  };
  // GNU tells the first line of each file that is out of order, when it reads past it, once the files differ at all.
  let differ = false;
  const unsorted = [false, false];
  const check = (side: 0 | 1, lines: readonly string[], at: number): void => {
    const [before, line] = [lines[at - 1], lines[at]];
    if (
      flavour !== "gnu" ||
      !differ ||
      unsorted[side] ||
      before === undefined ||
      line === undefined ||
      before <= line
    )
      return;
    unsorted[side] = true;
    complain(process, flavour, `file ${side + 1} is not in sorted order`);
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
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
      check(1, b, ++j);
    }
  }
  if (!unsorted.includes(true)) return 0;
  return complain(process, flavour, "input is not in sorted order");
});
