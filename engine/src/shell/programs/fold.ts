import { inputFiles } from "../input-files.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

export const fold: Program = tool(
  "fold",
  { flags: "sb", values: "w", long: { width: "w", spaces: "s", bytes: "b" } },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands);
    const width = Math.max(1, Number(options.value("w") ?? 80) || 80);
    for (const { text } of files) {
      const lines = text.split("\n").map((line) => {
        const parts: string[] = [];
        let rest = [...line];
        while (rest.length > width) {
          const blank = options.has("s") ? rest.slice(0, width).lastIndexOf(" ") + 1 : 0;
          parts.push(rest.slice(0, blank || width).join(""));
          rest = rest.slice(blank || width);
        }
        return [...parts, rest.join("")].join("\n");
      });
      process.stdout.write(lines.join("\n"));
    }
    return failed ? 1 : 0;
  },
);
