import { initProgram } from "../init-program.ts";
import type { Program } from "../process.ts";

/** Yelp/dumb-init, dumb-init.c: a command that cannot be started ends it with 2. */
export const dumbInit: Program = initProgram(
  "dumb-init",
  { flags: /^(?:-[cv]+|--single-child|--verbose)$/, values: /^(?:-r|--rewrite)$/ },
  (process) => {
    process.stderr.write("Usage: dumb-init [option] program [args]\nTry dumb-init --help for full usage.\n");
    return 1;
  },
  (process, command, why) => {
    process.stderr.write(`[dumb-init] ${command}: ${why}\n`);
    return 2;
  },
);
