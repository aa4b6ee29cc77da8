import { strerror } from "../../vfs/errno.ts";
import { bytesOf } from "../text/bytes-text.ts";
import { inputFiles } from "../text/input-files.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

/** Runs of printable ASCII of at least four characters, or `-n N`. */
export const strings: Program = tool(
  "strings",
  { flags: "af", values: "n", long: { all: "a", bytes: "n" }, lacks: "toe" },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands, (name, errno) =>
      flavour === "gnu"
        ? errno === "ENOENT"
          ? `'${name}': No such file`
          : `Warning: '${name}' is ${errno === "EISDIR" ? "a directory" : strerror[errno]}`
        : `${name}: ${strerror[errno]}`,
    );
    const least = Math.max(1, Number(options.value("n") ?? 4) || 4);
    for (const { name, text } of files) {
      const bytes = bytesOf(text);
      process.kernel.spend(bytes.length >> 6);
      let run = "";
      const end = (): void => {
        if (run.length >= least) process.stdout.write(`${options.has("f") ? `${name}: ` : ""}${run}\n`);
        run = "";
      };
      for (const byte of bytes)
        if ((byte >= 0x20 && byte < 0x7f) || byte === 9) run += String.fromCharCode(byte);
        else end();
      end();
    }
    return failed ? 1 : 0;
  },
);
