import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { isEntry, lstatOf } from "../tree/tree.ts";
import { dirname } from "../../vfs/path.ts";

/** What is there already, or has no folder, is refused; a pipe with a name is not simulated. */
export const mkfifo: Program = tool(
  "mkfifo",
  { flags: "Z", values: "m", long: { mode: "m", context: "Z" } },
  (process, options, flavour) => {
    const { operands } = options;
    if (operands.length === 0) missingOperand(process, flavour);
    let status = 0;
    for (const name of operands) {
      const entry = lstatOf(process, name);
      const folder = lstatOf(process, dirname(name));
      const errno = isEntry(entry) ? "EEXIST" : isEntry(folder) ? undefined : folder;
      if (!errno)
        throw notSimulated(`mkfifo ${name}`, "make a pipe that waits for whoever opens its other end");
      status = complain(
        process,
        flavour,
        flavour === "gnu"
          ? `cannot create fifo ${gnuQuote(name)}: ${strerror[errno]}`
          : `${name}: ${strerror[errno]}`,
      );
    }
    return status;
  },
);
