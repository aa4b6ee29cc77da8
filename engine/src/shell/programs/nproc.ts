import { complain } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

/** Processors of the simulated machine. */
export const CPUS = "2";

export const nproc: Program = tool(
  "nproc",
  { flags: "a", values: "i", long: { all: "a", ignore: "i" } },
  (process, options, flavour) => {
    const ignored = options.value("i") ?? "0";
    if (!/^\d+$/.test(ignored)) return complain(process, flavour, `‘${ignored}’: invalid number to ignore`);
    process.stdout.write(`${Math.max(1, Number(CPUS) - Number(ignored))}\n`);
    return 0;
  },
);
