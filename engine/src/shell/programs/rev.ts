import { strerror } from "../../vfs/errno.ts";
import { inputFiles, linesOf } from "../input-files.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

export const rev: Program = tool("rev", {}, (process, options, flavour) => {
  const { files, failed } = inputFiles(
    process,
    flavour,
    options.operands,
    flavour === "gnu" ? (name, errno) => `cannot open ${name}: ${strerror[errno]}` : undefined,
  );
  for (const { text } of files)
    process.stdout.write(
      linesOf(text)
        .map((line) => [...line].reverse().join(""))
        .join("\n") + (text.endsWith("\n") ? "\n" : ""),
    );
  return failed ? 1 : 0;
});
