import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { SIMULATED_MACHINE } from "../simulated-machine.ts";
import { tool } from "../options/tool.ts";

export const nproc: Program = tool(
  "nproc",
  { flags: "a", values: "i", long: { all: "a", ignore: "i" } },
  (process, options, flavour) => {
    const [extra] = options.operands;
    if (extra !== undefined && flavour === "gnu") refuse(process, flavour, `extra operand ‘${extra}’`);
    const ignored = options.value("i") ?? "0";
    if (!/^\d+$/.test(ignored)) return complain(process, flavour, `‘${ignored}’: invalid number to ignore`);
    process.stdout.write(`${Math.max(1, SIMULATED_MACHINE.cpus - Number(ignored))}\n`);
    return 0;
  },
);
