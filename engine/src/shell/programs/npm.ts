import { runNpm } from "../packages/npm/run-npm.ts";
import type { Program } from "../process.ts";

/** `npm ci` and `npm install`, for what the catalogue holds. */
export const npm: Program = { name: "npm", run: (process) => runNpm(process, process.argv.slice(1)) };
