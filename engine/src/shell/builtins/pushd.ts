import { notSimulated } from "../../core/engine-error.ts";
import { shownStack } from "../interpreter/shown-stack.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";
import { cd } from "./cd.ts";

/** Goes to a folder and remembers this one; with no word it changes places with the last one. */
export const pushd: Builtin = {
  name: "pushd",
  dialects: ["bash"],
  run(shell, args) {
    const [word, ...more] = args.filter((one) => one !== "--");
    if (more.length > 0 || (word !== undefined && /^[-+](?:\d+|n)$/.test(word)))
      throw notSimulated(`pushd ${args.join(" ")}`, "bash would turn its stack of folders");
    const { cwd } = shell;
    const stack = shell.folders;
    const [top, ...rest] = stack;
    if (word === undefined && top === undefined) throw new ShellError("no other directory", 1);
    cd.run(shell, [word ?? top ?? ""]);
    shell.folders = word === undefined ? [cwd, ...rest] : [cwd, ...stack];
    shell.print(`${shownStack(shell).join(" ")}\n`);
    return 0;
  },
};
