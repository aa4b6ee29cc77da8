import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";

/** A text's records, each with the separator that ends it, or with `before` that begins it. */
function records(text: string, separator: string, before: boolean): string[] {
  const parts = text.split(separator);
  const all = before
    ? parts.map((part, i) => (i === 0 ? part : separator + part))
    : parts.map((part, i) => (i < parts.length - 1 ? part + separator : part));
  return all.filter((part) => part !== "");
}

export const tac: Program = tool(
  "tac",
  { flags: "br", values: "s", long: { before: "b", regex: "r", separator: "s" } },
  (process, options, flavour) => {
    if (options.has("r")) throw notSimulated("tac -r", "take the separator as a regular expression");
    const separator = options.value("s") ?? "\n";
    let status = 0;
    for (const name of options.operands.length === 0 ? ["-"] : options.operands) {
      const read = name === "-" ? { text: process.stdin.rest() } : readText(process, name);
      if (typeof read === "string") {
        status = complain(
          process,
          flavour,
          flavour !== "gnu"
            ? `${name}: ${strerror[read]}`
            : read === "EISDIR"
              ? `${name}: read error: ${strerror.EINVAL}`
              : `failed to open ‘${name}’ for reading: ${strerror[read]}`,
        );
        continue;
      }
      const all = records(read.text, separator === "" ? "\0" : separator, options.has("b"));
      process.kernel.spend(all.length);
      process.stdout.write(all.reverse().join(""));
    }
    return status;
  },
);
