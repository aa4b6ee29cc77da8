import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, missingOperand, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at } from "../tree/tree.ts";

export const unlink: Program = tool("unlink", {}, (process, { operands }, flavour) => {
  const [name, extra] = operands;
  if (name === undefined) return missingOperand(process, flavour);
  if (extra !== undefined) refuse(process, flavour, `extra operand ${gnuQuote(extra)}`);
  const errno = process.files.unlink(at(process, name));
  if (!errno) return 0;
  return complain(
    process,
    flavour,
    flavour === "gnu"
      ? `cannot unlink ${gnuQuote(name)}: ${strerror[errno]}`
      : `can't remove file '${name}': ${strerror[errno]}`,
  );
});
