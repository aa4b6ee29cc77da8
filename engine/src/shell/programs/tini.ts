import { shortUsage } from "../options/short-usage.ts";
import { initProgram } from "../init-program.ts";
import type { Program } from "../process.ts";

/** krallin/tini, tini.c: the child is its first one, with process number 7 in a container. */
export const tini: Program = initProgram(
  "tini",
  { flags: /^-[gsw]+$/, values: /^-[ep]$/, forgiven: "-e" },
  (process) =>
    shortUsage(
      process,
      "tini (tini version 0.19.0)\nUsage: tini [OPTIONS] PROGRAM -- [ARGS] | --version\n",
      1,
    ),
  (process, command, why, missing) => {
    process.stderr.write(`[FATAL tini (7)] exec ${command} failed: ${why}\n`);
    return missing ? 127 : 126;
  },
);
