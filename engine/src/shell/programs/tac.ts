import { inputFiles, linesOf } from "../input-files.ts";
import { strerror } from "../../vfs/errno.ts";
import { complain } from "../options.ts";
import type { Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../tool.ts";

export const tac: Program = tool("tac", { lacks: "brs" }, (process, options, flavour) => {
  let status = 0;
  for (const name of options.operands.length === 0 ? ["-"] : options.operands) {
    const read =
      name === "-"
        ? { text: inputFiles(process, flavour, []).files[0]?.text ?? "" }
        : readText(process, name);
    if (typeof read === "string")
      status = complain(
        process,
        flavour,
        flavour === "gnu"
          ? `failed to open '${name}' for reading: ${strerror[read]}`.replace(/'(.*)' for/, "‘$1’ for")
          : `${name}: ${strerror[read]}`,
      );
    else {
      const closed = read.text.endsWith("\n") || read.text === "";
      const lines = linesOf(read.text).reverse();
      process.stdout.write(lines.map((line, i) => (i === 0 && !closed ? line : `${line}\n`)).join(""));
    }
  }
  return status;
});
