import type { Program } from "../process.ts";

export const hostname: Program = {
  name: "hostname",
  run(process) {
    process.stdout.write(`${process.kernel.hostname}\n`);
    return 0;
  },
};
