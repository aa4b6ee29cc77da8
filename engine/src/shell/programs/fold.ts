import { inputFiles } from "../input-files.ts";
import { complain } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

export const fold: Program = tool(
  "fold",
  { flags: "sb", values: "w", long: { width: "w", spaces: "s", bytes: "b" } },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands);
    const asked = options.value("w") ?? "80";
    if (flavour === "gnu" && !/^\d*[1-9]\d*$/.test(asked))
      return complain(process, flavour, `invalid number of columns: \u2018${asked}\u2019`);
    const width = Math.max(1, Number(asked) || 80);
    for (const { text } of files) {
      const lines = text.split("\n").map((line) => {
        const parts: string[] = [];
        const all = [...line];
        process.kernel.spend(1 + all.length / 32);
        let from = 0;
        while (all.length - from > width) {
          const row = all.slice(from, from + width);
          const taken = (options.has("s") ? row.lastIndexOf(" ") + 1 : 0) || width;
          parts.push(row.slice(0, taken).join(""));
          from += taken;
        }
        return [...parts, all.slice(from).join("")].join("\n");
      });
      process.stdout.write(lines.join("\n"));
    }
    return failed ? 1 : 0;
  },
);
