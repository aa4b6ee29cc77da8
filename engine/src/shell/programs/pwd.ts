import type { Program } from "../process.ts";

export const pwd: Program = {
  name: "pwd",
  run(process) {
    const real = process.files.realpath(process.cwd);
    process.stdout.write(`${typeof real === "string" ? process.cwd : real.path}\n`);
    return 0;
  },
};
