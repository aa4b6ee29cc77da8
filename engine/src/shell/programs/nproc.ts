import type { Program } from "../process.ts";

export const nproc: Program = {
  name: "nproc",
  run(process) {
    process.stdout.write("2\n");
    return 0;
  },
};
