import type { Program } from "../process.ts";
import { runCommand } from "../run-command.ts";
import { tool } from "../tool.ts";

/** Priorities change nothing here; alone it prints its own. */
export const nice: Program = tool(
  "nice",
  { values: "n", long: { adjustment: "n" }, stopEarly: true, refusal: 125 },
  (process, { operands }, flavour) => {
    if (operands.length > 0) return runCommand(process, flavour, operands, {}, "");
    process.stdout.write("0\n");
    return 0;
  },
);
