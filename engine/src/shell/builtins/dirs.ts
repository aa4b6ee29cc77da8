import { notSimulated } from "../../core/engine-error.ts";
import { shownStack } from "../interpreter/shown-stack.ts";
import type { Builtin } from "./builtin.ts";

/** Shows the stack of `pushd`; `-c` empties it. */
export const dirs: Builtin = {
  name: "dirs",
  dialects: ["bash"],
  run(shell, args) {
    const letters = args.join("").replaceAll("-", "");
    if (!/^[clpv]*$/.test(letters))
      throw notSimulated(`dirs ${args.join(" ")}`, "bash would show one entry of the stack");
    if (letters.includes("c")) {
      shell.folders = [];
      return 0;
    }
    const shown = shownStack(shell, letters.includes("l"));
    if (letters.includes("v"))
      shown.forEach((folder, i) => shell.print(`${String(i).padStart(2)}  ${folder}\n`));
    else shell.print(`${shown.join(letters.includes("p") ? "\n" : " ")}\n`);
    return 0;
  },
};
