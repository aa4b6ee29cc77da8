import { runDpkg } from "../packages/dpkg/run-dpkg.ts";
import type { Program } from "../process.ts";

/** `dpkg-query`: what `dpkg -l`, `-s` and `-L` call. */
export const dpkgQuery: Program = {
  name: "dpkg-query",
  run: (process) => runDpkg(process, process.argv.slice(1)),
};
