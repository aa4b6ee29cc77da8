import type { Program } from "../process.ts";

/** The shell of accounts that nobody may use. */
export const nologin: Program = {
  name: "nologin",
  run(process) {
    process.stdout.write("This account is currently not available.\n");
    return 1;
  },
};
