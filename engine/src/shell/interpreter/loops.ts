import type { ArithmeticFor, For, Select, While } from "unbash";
import { notSimulated } from "../../core/engine-error.ts";
import { compute } from "../expand/compute.ts";
import { expandQuoted, expandWords } from "../expand/word.ts";
import { lineAt } from "../syntax/source-line.ts";
import { lookingAway } from "./checked.ts";
import { LoopJump } from "./jumps.ts";
import type { Shell } from "./shell.ts";
import { list } from "./statements.ts";
import { traceHead } from "./trace.ts";
import { assign, isName, valueOf } from "./variables.ts";

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
  if (!isName(tree.name.value)) {
    shell.complain(`\`${tree.name.value}': not a valid identifier`);
    return 1;
  }
  let status = 0;
  looping(shell, () => {
    for (const word of words) {
      shell.kernel.spend(1);
      traceHead(shell, ["for", tree.name.value, "in", ...(tree.wordlist ?? []).map(({ text }) => text)]);
      assign(shell, tree.name.value, word);
      if (!turn(shell, () => void (status = list(shell, tree.body)))) {
        status = 0;
        return;
      }
    }
  });
  return status;
}

/** Characters of a line in which a menu has its columns. */
const COLUMNS = 80;

/** The menu of `select` (execute_cmd.c, `print_select_list`): one below the other as long as all would fit into one row. */
function menu(words: readonly string[]): string {
  const digits = String(words.length).length;
  const widest = Math.max(0, ...words.map(({ length }) => length)) + digits + 2 + 2;
  if (Math.floor(COLUMNS / widest) < words.length)
    throw notSimulated("a menu of select in several columns", "print it");
  return words.map((word, i) => `${String(i + 1).padStart(digits)}) ${word}\n`).join("");
}

/** `select x in …` of bash: asks on standard error until a `break`, or until the input ends. */
export function choose(shell: Shell, tree: Select): number {
  const words = tree.wordlist ? expandWords(shell, tree.wordlist) : [...shell.parameters];
  if (words.length === 0) return 0;
  let status = 0;
  let shows = true;
  looping(shell, () => {
    for (;;) {
      shell.kernel.spend(1);
      const shown = shows ? menu(words) : "";
      shell.output(2)?.write(`${shown}${valueOf(shell, "PS3") ?? "#? "}`);
      const line = shell.stdin.line();
      if (line === undefined) {
        shell.output(1)?.write("\n");
        status = 1;
        return;
      }
      const reply = line.replace(/\n$/, "");
      shows = reply === "";
      if (shows) continue;
      assign(shell, "REPLY", reply);
      const word = /^\s*\d+\s*$/.test(reply) ? words[Number(reply) - 1] : undefined;
      assign(shell, tree.name.value, word ?? "");
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
