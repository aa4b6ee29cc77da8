import { runApt } from "../packages/apt/run-apt.ts";
import type { Program } from "../process.ts";

/** `apt`, with the warning it gives to scripts. */
export const apt: Program = {
  name: "apt",
  run(process) {
    process.stderr.write(
      "\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n",
    );
    return runApt(process, process.argv.slice(1));
  },
};
