import { ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";
import { runTest } from "./test.ts";

export const bracket: Builtin = {
  name: "[",
  run(shell, args) {
    if (args.at(-1) === "]") return runTest(shell, args.slice(0, -1));
    if (shell.dialect === "ash") {
      shell.output(2)?.write(`${shell.applet}: missing ]\n`);
      return 2;
    }
    throw new ShellError(shell.dialect === "bash" ? "missing `]'" : "missing ]", 2);
  },
};
