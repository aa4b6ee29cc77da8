import { matchesPattern } from "../expand/pattern.ts";
import { regex, RegexProblem } from "../regex/regex.ts";
import type { Builtin } from "./builtin.ts";
import { runTest } from "./test.ts";

/** Does the text match, as `=` (a pattern, quoted or not) and `=~` of busybox's `[[` have it? */
function holds(left: string, operator: string, right: string): boolean {
  if (operator !== "=~") return matchesPattern(right, left) === (operator !== "!=");
  try {
    return regex(right, { extended: true }).exec(left) !== undefined;
  } catch (problem) {
    if (!(problem instanceof RegexProblem)) throw problem;
    return false;
  }
}

/**
 * `[[` of busybox ash: a command like `[`, its words split and globbed, with `&&` and `||` for `-a` and `-o`, and patterns on
 * the right of `=` [measured with busybox 1.35].
 */
export const doubleBracket: Builtin = {
  name: "[[",
  dialects: ["ash"],
  run(shell, args) {
    if (args.at(-1) !== "]]") {
      shell.output(2)?.write(`${shell.applet}: missing ]]\n`);
      return 2;
    }
    const words: string[] = [];
    for (let i = 0; i < args.length - 1; i++) {
      const [word = "", operator = "", right] = args.slice(i, Math.min(i + 3, args.length - 1));
      if (right !== undefined && /^(?:==?|!=|=~)$/.test(operator)) {
        words.push("=", "=", holds(word, operator, right) ? "=" : "");
        i += 2;
      } else words.push({ "&&": "-a", "||": "-o" }[word] ?? word);
    }
    return runTest(shell, words);
  },
};
