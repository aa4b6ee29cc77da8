import { notSimulated } from "../../core/engine-error.ts";
import type { Builtin } from "./builtin.ts";

const NAMES = "bg bind caller compgen complete compopt disown enable fc fg help history logout suspend".split(
  " ",
);

/** Builtins of bash for whoever sits before it; a script that uses one has come to a gap, and not to a missing command. */
export const interactive: readonly Builtin[] = NAMES.map((name) => ({
  name,
  dialects: ["bash"],
  run() {
    throw notSimulated(`bash's ${name}`, "bash would run its builtin");
  },
}));
