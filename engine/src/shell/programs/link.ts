import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, missingOperand, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at } from "../tree/tree.ts";

export const link: Program = tool("link", {}, (process, { operands }, flavour) => {
  const [from, to, extra] = operands;
  if (from === undefined || to === undefined) return missingOperand(process, flavour, from);
  if (extra !== undefined) refuse(process, flavour, `extra operand ${gnuQuote(extra)}`);
  const errno = process.files.link(at(process, from), at(process, to));
  if (!errno) return 0;
  return complain(
    process,
    flavour,
    flavour === "gnu"
      ? `cannot create link ${gnuQuote(to)} to ${gnuQuote(from)}: ${strerror[errno]}`
      : `can't create hardlink '${to}' to '${from}': ${strerror[errno]}`,
  );
});
