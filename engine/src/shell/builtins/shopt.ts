import { notSimulated } from "../../core/engine-error.ts";
import type { Builtin } from "./builtin.ts";

/** Options of bash that would change what words and pipes mean here. */
const MEANING = new Set([
  "dotglob",
  "extglob",
  "failglob",
  "globstar",
  "inherit_errexit",
  "lastpipe",
  "nocaseglob",
  "nocasematch",
  "xpg_echo",
]);

/** Sets options; those of interactive shells change nothing, those that would are not simulated. */
export const shopt: Builtin = {
  name: "shopt",
  dialects: ["bash"],
  run(shell, args) {
    const on = args.includes("-s");
    for (const name of args.filter((word) => !word.startsWith("-"))) {
      if (name === "nullglob" && args.includes("-u")) shell.options.delete(name);
      else if (name === "nullglob" && on) shell.options.add(name);
      else if (MEANING.has(name) && on)
        throw notSimulated(`shopt -s ${name}`, "bash would follow that option");
    }
    return 0;
  },
};
