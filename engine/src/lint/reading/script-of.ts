import type { Position, Range } from "../../core/position.ts";
import type { Dockerfile } from "../../dockerfile/dockerfile.ts";
import { readHeredocWord } from "../../dockerfile/heredoc.ts";
import type { Run } from "../../dockerfile/instruction.ts";
import type { Locate } from "./commands-of.ts";

/** What a RUN in shell form gives to its shell, and how to find it again in the Dockerfile. */
export interface RunScript {
  readonly text: string;
  readonly locate: Locate;
}

/** A stretch of the script that stands on one line of the Dockerfile. */
interface Piece {
  readonly from: number;
  readonly start: Position;
}

/** The same text as the planner hands over: continuations joined, a heredoc alone is the script itself. */
export function scriptOf(dockerfile: Dockerfile, run: Run): RunScript {
  const [line = ""] = run.args;
  const [first] = run.heredocs;
  const whole: Locate = () => run.range;
  const inLine = joined(dockerfile, run, line) ?? whole;
  if (first === undefined) return { text: line, locate: inLine };
  const alone = readHeredocWord(line);
  if (alone === undefined || "error" in alone) {
    const bodies = run.heredocs.map(({ content, name }) => `\n${content}${name}`).join("");
    return { text: line + bodies, locate: (from, to) => (to <= line.length ? inLine(from, to) : run.range) };
  }
  const text = run.files[0]?.data ?? "";
  const pieces: Piece[] = [];
  let from = 0;
  for (const [i, kept] of text.split("\n").entries()) {
    const number = first.range.start.line + i;
    const shown = dockerfile.lines[number - 1] ?? "";
    pieces.push({ from, start: { line: number, column: 1 + Math.max(0, shown.length - kept.length) } });
    from += kept.length + 1;
  }
  return { text, locate: locator(pieces, 0) };
}

/** Joins the lines once more, this time with their places. */
function joined({ lines, escape }: Dockerfile, { range }: Run, script: string): Locate | undefined {
  const pieces: Piece[] = [];
  let text = "";
  for (let number = range.start.line; number <= range.end.line; number++) {
    const shown = (lines[number - 1] ?? "").replace(/\r$/, "");
    const first = number === range.start.line;
    if (!first && /^\s*(?:#|$)/.test(shown)) continue;
    const skipped = first ? range.start.column - 1 : 0;
    const end = shown.trimEnd();
    const kept = end.endsWith(escape) ? end.slice(skipped, -1) : shown.slice(skipped);
    pieces.push({ from: text.length, start: { line: number, column: 1 + skipped } });
    text += kept;
  }
  const at = text.lastIndexOf(script);
  return at < 0 ? undefined : locator(pieces, at);
}

function locator(pieces: readonly Piece[], shift: number): Locate {
  const place = (offset: number): Position => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.from ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const { from, start } = pieces[low] ?? { from: 0, start: { line: 1, column: 1 } };
    return { line: start.line, column: start.column + offset - from };
  };
  return (from, to): Range => {
    const last = place(shift + Math.max(from, to - 1));
    return { start: place(shift + from), end: { line: last.line, column: last.column + 1 } };
  };
}
