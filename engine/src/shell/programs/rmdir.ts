import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at } from "../tree/tree.ts";

export const rmdir: Program = tool(
  "rmdir",
  { flags: "pvi", long: { parents: "p", verbose: "v", "ignore-fail-on-non-empty": "i" } },
  (process, options, flavour) => {
    if (options.operands.length === 0) missingOperand(process, flavour);
    let status = 0;
    for (const name of options.operands) {
      for (
        let part = name.replace(/(.)\/+$/, "$1");
        part !== "" && part !== ".";
        part = part.includes("/") ? part.slice(0, part.lastIndexOf("/")) : ""
      ) {
        if (options.has("v")) process.stdout.write(`rmdir: removing directory, ${gnuQuote(part)}\n`);
        const errno = process.files.rmdir(at(process, part).replace(/(.)\/$/, "$1"));
        if (errno === "ENOTEMPTY" && options.has("i")) break;
        if (errno) {
          status = complain(
            process,
            flavour,
            flavour === "gnu"
              ? `failed to remove ${gnuQuote(part === name.replace(/(.)\/+$/, "$1") ? name : part)}: ${strerror[errno]}`
              : `'${part}': ${strerror[errno]}`,
          );
          break;
        }
        if (!options.has("p")) break;
      }
    }
    return status;
  },
);
