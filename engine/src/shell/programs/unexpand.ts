import { inputFiles, linesOf } from "../input-files.ts";
import { complain } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

/** Runs of blanks that reach a tab stop become tabs: leading ones, or with `all` every run of two or more. */
function packLine(line: string, width: number, all: boolean): string {
  let out = "";
  let blanks = "";
  let column = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    if (character !== " " && character !== "\t") {
      if (!all) return out + blanks + line.slice(at);
      out += blanks + character;
      blanks = "";
      column++;
      continue;
    }
    column = character === "\t" ? column + width - (column % width) : column + 1;
    if (column % width !== 0) blanks += character;
    else {
      // A single blank that ends on a stop stays one, unless another blank follows it.
      const alone = character === " " && blanks === "" && line[at + 1] !== " " && line[at + 1] !== "\t";
      out += alone ? " " : "\t";
      blanks = "";
    }
  }
  return out + blanks;
}

export const unexpand: Program = tool(
  "unexpand",
  { flags: "af", values: "t", long: { all: "a", "first-only": "f", tabs: "t" } },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands);
    const width = Number(options.value("t") ?? 8);
    if (!Number.isInteger(width) || width < 1 || width > 1000)
      return complain(process, flavour, `tab size contains invalid character(s): '${options.value("t")}'`);
    const all = (options.has("a") || options.has("t")) && !options.has("f");
    for (const { text } of files) {
      const lines = linesOf(text);
      process.kernel.spend(lines.length + (text.length >> 8));
      const packed = lines.map((line) => packLine(line, width, all)).join("\n");
      process.stdout.write(packed + (text.endsWith("\n") ? "\n" : ""));
    }
    return failed ? 1 : 0;
  },
);
