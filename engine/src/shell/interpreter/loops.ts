import type { ArithmeticFor, For, While } from "unbash";
import { compute } from "../expand/compute.ts";
import { expandQuoted, expandWords } from "../expand/word.ts";
import { lineAt } from "../syntax/source-line.ts";
import { lookingAway } from "./checked.ts";
import { LoopJump } from "./jumps.ts";
import type { Shell } from "./shell.ts";
import { list } from "./statements.ts";
import { assign } from "./variables.ts";

/** One turn of a loop. @returns whether it goes on */
function turn(shell: Shell, body: () => void): boolean {
  try {
    body();
    return true;
  } catch (jump) {
    if (!(jump instanceof LoopJump)) throw jump;
    shell.status = 0;
    if (jump.levels > 1) throw new LoopJump(jump.kind, jump.levels - 1);
    return jump.kind === "continue";
  }
}

function looping(shell: Shell, body: () => void): void {
  shell.loops++;
  try {
    body();
  } finally {
    shell.loops--;
  }
}

/** `while` and `until`. */
export function loop(shell: Shell, tree: While): number {
  let status = 0;
  looping(shell, () => {
    for (;;) {
      shell.kernel.spend(1);
      let done = false;
      const goesOn = turn(shell, () => {
        done = (lookingAway(shell, () => list(shell, tree.clause)) === 0) !== (tree.kind === "while");
        if (!done) status = list(shell, tree.body);
      });
      if (done) return;
      if (!goesOn) {
        status = 0;
        return;
      }
    }
  });
  return status;
}

/** `for x in …`. */
export function iterate(shell: Shell, tree: For): number {
  shell.line = lineAt(shell.source, tree.pos);
  const words = tree.wordlist ? expandWords(shell, tree.wordlist) : [...shell.parameters];
  let status = 0;
  looping(shell, () => {
    for (const word of words) {
      shell.kernel.spend(1);
      assign(shell, tree.name.value, word);
      if (!turn(shell, () => void (status = list(shell, tree.body)))) {
        status = 0;
        return;
      }
    }
  });
  return status;
}

/** `for ((a; b; c))` of bash; an empty condition holds. */
export function count(shell: Shell, tree: ArithmeticFor): number {
  const part = (expression: { readonly pos: number; readonly end: number } | undefined): bigint =>
    expression === undefined
      ? 1n
      : compute(shell, expandQuoted(shell, shell.source.text.slice(expression.pos, expression.end)));
  let status = 0;
  part(tree.initialize);
  looping(shell, () => {
    while (part(tree.test) !== 0n) {
      shell.kernel.spend(1);
      if (!turn(shell, () => void (status = list(shell, tree.body)))) {
        status = 0;
        return;
      }
      part(tree.update);
    }
  });
  return status;
}
