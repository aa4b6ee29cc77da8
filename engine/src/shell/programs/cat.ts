import { cantOpen, inputFiles, linesOf, nameAndReason } from "../input-files.ts";
import { tool } from "../tool.ts";
import type { Program } from "../process.ts";

function visible(text: string, ends: boolean, tabs: boolean): string {
  let out = tabs ? text.replaceAll("\t", "^I") : text;
  if (ends) out = out.replaceAll("\n", "$\n");
  return out;
}

export const cat: Program = tool(
  "cat",
  {
    flags: "nbsuAeEtTv",
    long: {
      number: "n",
      "number-nonblank": "b",
      "squeeze-blank": "s",
      "show-all": "A",
      "show-ends": "E",
      "show-tabs": "T",
      "show-nonprinting": "v",
    },
  },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(
      process,
      flavour,
      options.operands,
      flavour === "gnu" ? nameAndReason : cantOpen,
    );
    let text = files.map((file) => file.text).join("");
    if (options.has("s")) text = text.replace(/\n{3,}/g, "\n\n");
    text = visible(text, ["A", "e", "E"].some(options.has), ["A", "t", "T"].some(options.has));
    if (options.has("n") || options.has("b")) {
      let number = 0;
      const closed = text.endsWith("\n");
      const lines = linesOf(text);
      process.kernel.spend(lines.length);
      text =
        lines
          .map((line) =>
            options.has("b") && (line === "" || line === "$")
              ? line
              : `${String(++number).padStart(6)}\t${line}`,
          )
          .join("\n") + (closed ? "\n" : "");
    }
    process.stdout.write(text);
    return failed ? 1 : 0;
  },
);
