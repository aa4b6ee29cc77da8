import { runDpkg } from "../packages/dpkg/run-dpkg.ts";
import type { Program } from "../process.ts";

/** `dpkg`, as far as it asks the database. */
export const dpkg: Program = { name: "dpkg", run: (process) => runDpkg(process, process.argv.slice(1)) };
