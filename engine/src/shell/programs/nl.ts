import { inputFiles, linesOf } from "../input-files.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

export const nl: Program = tool(
  "nl",
  {
    values: "bwsnvi",
    long: {
      "body-numbering": "b",
      "number-width": "w",
      "number-separator": "s",
      "number-format": "n",
      "starting-line-number": "v",
      "line-increment": "i",
    },
    lacks: "*",
  },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands);
    const width = Number(options.value("w") ?? 6);
    const separator = options.value("s") ?? "\t";
    const style = options.value("b") ?? "t";
    const format = options.value("n") ?? "rn";
    let number = Number(options.value("v") ?? 1);
    for (const line of files.flatMap((file) => linesOf(file.text))) {
      if (style === "n" || (style === "t" && line === "")) {
        process.stdout.write(`${" ".repeat(width + separator.length)}${line}\n`);
        continue;
      }
      const text =
        format === "ln"
          ? String(number).padEnd(width)
          : String(number).padStart(width, format === "rz" ? "0" : " ");
      process.stdout.write(`${text}${separator}${line}\n`);
      number += Number(options.value("i") ?? 1);
    }
    return failed ? 1 : 0;
  },
);
