import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { runCommand } from "../run-command.ts";
import { tool } from "../options/tool.ts";

/** Priorities change nothing here; alone it prints its own. */
export const nice: Program = tool(
  "nice",
  { values: "n", long: { adjustment: "n" }, stopEarly: true, refusal: 125 },
  (process, options, flavour) => {
    const { operands } = options;
    const adjustment = options.value("n");
    if (adjustment !== undefined && !/^[+-]?\d+$/.test(adjustment.trim())) {
      complain(
        process,
        flavour,
        flavour === "gnu" ? `invalid adjustment '${adjustment}'` : `invalid number '${adjustment}'`,
      );
      return flavour === "gnu" ? 125 : 1;
    }
    if (adjustment !== undefined && operands.length === 0)
      return refuse(process, flavour, "a command must be given with an adjustment", 125);
    if (operands.length > 0) return runCommand(process, flavour, operands, {}, gnuQuote);
    process.stdout.write("0\n");
    return 0;
  },
);
