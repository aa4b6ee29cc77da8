import type { Builtin } from "./builtin.ts";

/** No processor time is simulated. */
export const times: Builtin = {
  name: "times",
  special: true,
  run(shell) {
    shell.print("0m0.000000s 0m0.000000s\n0m0.000000s 0m0.000000s\n");
    return 0;
  },
};
