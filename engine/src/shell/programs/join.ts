import { inputFiles, linesOf } from "../input-files.ts";
import { missingOperand } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

interface Row {
  readonly key: string;
  readonly rest: readonly string[];
}

export const join: Program = tool(
  "join",
  { flags: "i", values: "t12jav", long: { "ignore-case": "i" }, lacks: "*" },
  (process, options, flavour) => {
    const { operands } = options;
    if (operands.length < 2) missingOperand(process, flavour, operands[0]);
    const { files, failed } = inputFiles(process, flavour, operands.slice(0, 2));
    if (failed) return 1;
    const separator = options.value("t");
    const rows = (index: 0 | 1): Row[] => {
      const field = Number(options.value(index === 0 ? "1" : "2") ?? options.value("j") ?? 1) - 1;
      return linesOf(files[index]?.text ?? "").map((line) => {
        const fields = separator === undefined ? line.trim().split(/[ \t]+/) : line.split(separator);
        const key = fields[field] ?? "";
        return {
          key: options.has("i") ? key.toLowerCase() : key,
          rest: fields.filter((_, i) => i !== field),
        };
      });
    };
    const [a, b] = [rows(0), rows(1)];
    const alone = (side: string): boolean =>
      options.values("a").includes(side) || options.values("v").includes(side);
    const print = (key: string, ...rest: (readonly string[])[]): void =>
      process.stdout.write(`${[key, ...rest.flat()].join(separator ?? " ")}\n`);
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
      process.kernel.spend(1);
      const [left, right] = [a[i], b[j]];
      if (left && (!right || left.key < right.key)) {
        if (alone("1")) print(left.key, left.rest);
        i++;
      } else if (right && (!left || right.key < left.key)) {
        if (alone("2")) print(right.key, right.rest);
        j++;
      } else if (left && right) {
        const same = (list: readonly Row[], from: number): Row[] => {
          let end = from + 1;
          while (list[end]?.key === left.key) end++;
          return list.slice(from, end);
        };
        const [lefts, rights] = [same(a, i), same(b, j)];
        process.kernel.spend((lefts.length * rights.length) / 4);
        if (!options.has("v"))
          for (const one of lefts) for (const two of rights) print(one.key, one.rest, two.rest);
        i += lefts.length;
        j += rights.length;
      }
    }
    // An unsorted input is told after what was joined of it.
    let status = 0;
    for (const [index, list] of [
      [1, b],
      [0, a],
    ] as const) {
      const at = list.findIndex((row, n) => n > 0 && row.key < (list[n - 1]?.key ?? ""));
      if (at < 0) continue;
      const line = linesOf(files[index]?.text ?? "")[at] ?? "";
      process.stderr.write(`${process.argv[0]}: ${operands[index]}:${at + 1}: is not sorted: ${line}\n`);
      status = 1;
    }
    if (status === 1) process.stderr.write(`${process.argv[0]}: input is not in sorted order\n`);
    return status;
  },
);
