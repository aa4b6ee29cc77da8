import { inputFiles } from "../input-files.ts";
import { complain } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

export const expand: Program = tool(
  "expand",
  { flags: "i", values: "t", long: { tabs: "t", initial: "i" }, lacks: "*" },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands);
    const width = Number(options.value("t") ?? 8);
    if (!Number.isInteger(width) || width < 1 || width > 1000)
      return complain(process, flavour, `tab size contains invalid character(s): '${options.value("t")}'`);
    let column = 0;
    let initial = true;
    for (const { text } of files) {
      let out = "";
      for (const character of text) {
        if (character === "\t" && (initial || !options.has("i"))) {
          const spaces = width - (column % width);
          out += " ".repeat(spaces);
          column += spaces;
          continue;
        }
        out += character;
        column = character === "\n" ? 0 : column + 1;
        initial = character === "\n" || (initial && character === " ");
      }
      process.stdout.write(out);
    }
    return failed ? 1 : 0;
  },
);
