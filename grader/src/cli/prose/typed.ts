import type { Element } from "./elements.ts";
import type { Prose, ProseProblem } from "./read-prose.ts";
import { runLine } from "./run-line.ts";

/** A command that the prose has a learner type, and what it is said to print. */
export interface Typed {
  readonly offset: number;
  readonly line: string;
  readonly printed?: { readonly offset: number; readonly lines: readonly string[] };
}

/** A fence that begins with a prompt shows commands and what they print; one inside <Output> shows only that. */
const FENCE = /^([ \t]*)(`{3,}|~{3,})[^\n]*\n([^]*?)^[ \t]*\2[`~]*[ \t]*$/gm;
const PROMPT = /^\$ (.+)$/;

/**
 * Commands of the prose, in order: those of `<Run>`, each with the `<Output>` behind it, and those after a `$` in a fence.
 *
 * @param exercise where `<Exercise />` stands; what comes later is typed with the lesson solved
 */
export function typedIn(
  prose: Prose,
  elements: readonly Element[],
): { readonly typed: readonly Typed[]; readonly problems: readonly ProseProblem[] } {
  const problems: ProseProblem[] = [];
  const typed: Typed[] = [];
  for (const { name, inner = "", offset } of elements) {
    if (name === "Run") {
      const read = runLine(inner);
      if ("line" in read) typed.push({ offset, line: read.line });
    }
    if (name !== "Output") continue;
    const last = typed.at(-1);
    if (!last || last.printed) {
      problems.push({ offset, message: "<Output> is what the <Run> before it prints, and there is none" });
      continue;
    }
    const read = printedIn(inner);
    if ("problem" in read) problems.push({ offset, message: read.problem });
    else typed.splice(-1, 1, { ...last, printed: { offset, lines: read.lines } });
  }
  for (const found of prose.text.matchAll(FENCE)) typed.push(...session(found));
  return { typed: typed.toSorted((a, b) => a.offset - b.offset), problems };
}

/** One line, or a fence: in plain Markdown line feeds and spaces would be lost. */
function printedIn(inner: string): { readonly lines: readonly string[] } | { readonly problem: string } {
  const [fence] = inner.matchAll(FENCE);
  if (fence) return { lines: linesOf(fence) };
  const read = runLine(inner);
  if ("line" in read) return { lines: [read.line] };
  return { problem: "<Output> of more than one plain line wants a fence: ``` before it and ``` behind it" };
}

const linesOf = ([, indent = "", , inside = ""]: RegExpExecArray): string[] =>
  inside
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));

function session(found: RegExpExecArray): Typed[] {
  const out: { offset: number; line: string; lines: string[] }[] = [];
  let offset = found.index + found[0].indexOf("\n") + 1;
  for (const line of linesOf(found)) {
    const command = PROMPT.exec(line)?.[1];
    if (command !== undefined) out.push({ offset, line: command, lines: [] });
    else if (out.length === 0) return [];
    else out.at(-1)?.lines.push(line);
    offset += line.length + (found[1] ?? "").length + 1;
  }
  return out.map(({ offset: at, line, lines }) => ({
    offset: at,
    line,
    ...(lines.length > 0 ? { printed: { offset: at, lines } } : {}),
  }));
}
