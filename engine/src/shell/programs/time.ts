import { strerror } from "../../vfs/errno.ts";
import { complain, missingOperand } from "../options/options.ts";
import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const clockTime = (milliseconds: number): string => {
  const seconds = milliseconds / 1000;
  return `${Math.floor(seconds / 60)}m ${(seconds % 60).toFixed(2)}s`;
};

/** How long a command took in simulated time, of which no processor had any. */
export const time: Program = tool(
  "time",
  { flags: "p", stopEarly: true, lacks: "vafo" },
  (process, options, flavour) => {
    const argv = options.operands;
    if (argv.length === 0) return missingOperand(process, flavour);
    if (flavour === "gnu" && !options.has("p"))
      throw notSimulated("GNU time without -p", "show the memory and the page faults of the command");
    const before = process.kernel.now();
    const status = process.start(argv);
    const code = typeof status === "number" ? status : status.errno === "ENOENT" ? 127 : 126;
    if (typeof status !== "number") {
      const words = strerror[status.errno === "ENOEXEC" ? "EACCES" : status.errno];
      complain(
        process,
        flavour,
        flavour === "gnu" ? `cannot run ${argv[0]}: ${words}` : `can't execute '${argv[0]}': ${words}`,
      );
    }
    const took = process.kernel.now() - before;
    if (options.has("p")) process.stderr.write(`real ${(took / 1000).toFixed(2)}\nuser 0.00\nsys 0.00\n`);
    else process.stderr.write(`real\t${clockTime(took)}\nuser\t0m 0.00s\nsys\t0m 0.00s\n`);
    return code;
  },
);
