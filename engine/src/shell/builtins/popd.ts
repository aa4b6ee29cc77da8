import { notSimulated } from "../../core/engine-error.ts";
import { shownStack } from "../interpreter/shown-stack.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";
import { cd } from "./cd.ts";

/** Goes back to the folder that `pushd` left last. */
export const popd: Builtin = {
  name: "popd",
  dialects: ["bash"],
  run(shell, args) {
    if (args.length > 0)
      throw notSimulated(`popd ${args.join(" ")}`, "bash would take one entry from its stack of folders");
    const [top, ...rest] = shell.folders;
    if (top === undefined) throw new ShellError("directory stack empty", 1);
    cd.run(shell, [top]);
    shell.folders = rest;
    shell.print(`${shownStack(shell).join(" ")}\n`);
    return 0;
  },
};
