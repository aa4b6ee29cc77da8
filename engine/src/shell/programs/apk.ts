import { runApk } from "../packages/apk/run-apk.ts";
import type { Program } from "../process.ts";

/** `apk`: packages of Alpine, as far as the catalogue's estimates go. */
export const apk: Program = { name: "apk", run: (process) => runApk(process, process.argv.slice(1)) };
