import { BrokenPipe } from "../streams/pipe.ts";
import { Exit, LoopJump, Return, ShellError } from "./jumps.ts";
import type { Shell } from "./shell.ts";

/** Shells that were left by `exit`, and not by their last command. */
const left = new WeakSet<Shell>();

/** Runs what a forked shell runs: its exits and errors end there. */
export function runChild(child: Shell, body: () => number): number {
  child.kernel.nest(1);
  try {
    let status = guarded(child, body);
    const trap = child.traps.get("EXIT");
    if (trap) {
      child.status = status;
      child.leaving = status;
      child.traps.delete("EXIT");
      left.delete(child);
      const after = guarded(child, () => child.interpreter.text(child, trap));
      if (left.has(child)) status = after;
    }
    return status;
  } finally {
    child.kernel.nest(-1);
  }
}

function guarded(shell: Shell, body: () => number): number {
  try {
    return body();
  } catch (jump) {
    if (jump instanceof Exit) left.add(shell);
    if (jump instanceof Exit || jump instanceof Return) return jump.status;
    if (jump instanceof LoopJump) return 0;
    if (jump instanceof BrokenPipe) return jump.exitCode;
    if (!(jump instanceof ShellError)) throw jump;
    shell.complain(jump.message);
    return jump.status;
  }
}
