import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { runTest } from "./test.ts";

export const bracket: Program = {
  name: "[",
  run(process, flavour) {
    if (process.argv.at(-1) === "]") return runTest(process, flavour, process.argv.slice(1, -1));
    complain(process, flavour, flavour === "gnu" ? "missing ']'" : "missing ]");
    return 2;
  },
};
