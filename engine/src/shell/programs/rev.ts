import { strerror } from "../../vfs/errno.ts";
import { foldersAreEmpty, inputFiles, linesOf } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";

const reversed = (text: string): string =>
  linesOf(text)
    .map((line) => [...line].reverse().join(""))
    .join("\n") + (text.endsWith("\n") ? "\n" : "");

/** util-linux's and busybox's: the former knows no `-` for standard input. */
export const rev: Program = tool("rev", {}, (process, options, flavour) => {
  if (options.operands.length === 0 || flavour === "busybox") {
    const { files, failed } = inputFiles(process, flavour, options.operands, foldersAreEmpty);
    for (const { text } of files) process.stdout.write(reversed(text));
    return failed ? 1 : 0;
  }
  let status = 0;
  for (const name of options.operands) {
    const read = readText(process, name);
    if (typeof read !== "string") process.stdout.write(reversed(read.text));
    else
      status = complain(
        process,
        flavour,
        read === "EISDIR" ? `${name}: 0: ${strerror[read]}` : `cannot open ${name}: ${strerror[read]}`,
      );
  }
  return status;
});
