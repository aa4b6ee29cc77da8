import { inputFiles, linesOf } from "../input-files.ts";
import { missingOperand } from "../options.ts";
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
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    process.kernel.spend(1);
    const [left, right] = [a[i], b[j]];
    if (right === undefined || (left !== undefined && left < right)) print(1, a[i++] ?? "");
    else if (left === undefined || right < left) print(2, b[j++] ?? "");
    else {
      print(3, left);
      i++;
      j++;
    }
  }
  return 0;
});
