import { missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { runCommand } from "../run-command.ts";
import { tool } from "../options/tool.ts";

/** Without a terminal there is nothing to redirect. */
export const nohup: Program = tool(
  "nohup",
  { stopEarly: true, refusal: 125 },
  (process, { operands }, flavour) =>
    operands.length === 0
      ? missingOperand(process, flavour, undefined, 125)
      : runCommand(process, flavour, operands),
);
