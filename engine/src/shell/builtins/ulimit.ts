import { notSimulated } from "../../core/engine-error.ts";
import type { Builtin } from "./builtin.ts";

export const ulimit: Builtin = {
  name: "ulimit",
  run() {
    throw notSimulated("ulimit", "the real one would show or set a limit of the machine");
  },
};
