import { LoopJump } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";
import { levelsOf } from "./number.ts";
import { outsideLoop } from "./outside-loop.ts";

export const continueBuiltin: Builtin = {
  name: "continue",
  special: true,
  run(shell, [word]) {
    const levels = word === undefined ? 1 : levelsOf(shell, word);
    if (shell.loops > 0 && levels > 0) throw new LoopJump("continue", Math.min(levels, shell.loops));
    if (shell.loops === 0) outsideLoop(shell);
    return 0;
  },
};
