import { PatternProblem } from "../pattern/pattern-reader.ts";
import { FLAGS } from "../pattern/flags.ts";
import { UnsettledLook } from "../pattern/read-group.ts";
import { readPattern } from "../pattern/read-pattern.ts";
import { RepeatTooLarge } from "../pattern/read-repeat.ts";
import { programOf } from "../pattern/program.ts";
import { PatternRun } from "../pattern/run-pattern.ts";
import type { HostCall, Question } from "./host-call.ts";

/**
 * `{pattern, flags, bytes, version}`: a pattern of `re` is read. @returns `{groups, names, flags}`, or `{problem, position}` in the
 * words of `re.error` (position null: none), or `{overflow}`.
 *
 * With `text`, `how` (`search`, `match`, `fullmatch`), `start`, `end` and `most` (0: no limit) it is also looked for. @returns `{found}`:
 * for each match the starts and ends of the whole and of each group (-1: none), and the last group that was closed (0: none)
 */
export const pattern: HostCall = {
  name: "pattern",
  answer({ process }, question) {
    const { kernel } = process;
    const bytes = question.has("bytes");
    const text = question.text("pattern");
    kernel.spend(1 + (text.length >> 4));
    try {
      const read = readPattern(text, question.number("flags"), bytes, question.number("version"));
      const { groups, names, flags } = read;
      if (!question.has("how")) return { groups, names: Object.fromEntries(names), flags };
      const program = programOf(read, bytes || (flags & FLAGS.a) !== 0);
      return { found: look(program, question, (work) => kernel.spend(1 + (work >> 4))) };
    } catch (problem) {
      if (problem instanceof PatternProblem) return { problem: problem.message, position: problem.position };
      if (problem instanceof UnsettledLook)
        return { problem: "look-behind requires fixed-width pattern", position: null };
      if (problem instanceof RepeatTooLarge) return { overflow: true };
      throw problem;
    }
  },
};

function look(
  program: ReturnType<typeof programOf>,
  question: Question,
  spend: (work: number) => void,
): number[][] {
  const codes = Uint32Array.from(question.text("text"), (one) => one.codePointAt(0) ?? 0);
  const bound = (name: string): number => Math.max(0, Math.min(question.number(name), codes.length));
  const end = bound("end");
  const how = question.text("how");
  const most = question.number("most") || Infinity;
  const run = new PatternRun(program, { codes, end, spend });
  const found: number[][] = [];
  let start = bound("start");
  let notEmpty = false;
  for (let tried = 1; start <= end; tried++) {
    if (tried % 64 === 0) spend(64);
    const one = run.at(start, how === "fullmatch", notEmpty);
    if (one) {
      found.push(one);
      if (found.length >= most) break;
      // The next one begins where this one ends; what is empty is found once at a place.
      start = one[1] ?? end;
      notEmpty = one[0] === one[1];
    } else {
      if (how !== "search") break;
      start += 1;
      notEmpty = false;
    }
  }
  return found;
}
