import type { Builtin } from "./builtin.ts";

/** No processor time is simulated. */
export const times: Builtin = {
  name: "times",
  special: true,
  run(shell) {
    const none = shell.dialect === "dash" ? "0m0.000000s" : "0m0.000s";
    shell.print(`${none} ${none}\n${none} ${none}\n`);
    return 0;
  },
};
