import { type FileState, treeOf, Workstation } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import { MACHINE_START } from "../../image-machine.ts";
import type { Lesson } from "../../lesson.ts";
import type { ProseProblem } from "./read-prose.ts";
import type { Typed } from "./typed.ts";

/** Drydock's own words, where it does not model what was asked for; a command that fails as Docker's would is as the prose wants it. */
const OWN = /^(?:Drydock |.*: Drydock )/m;
/** A line that stands for any number of lines. */
const ANY = "…";
const SHOWN = 90;

/**
 * Types every command of the prose in order: with the start all along, with the solution all along, and as a learner does, who solves
 * the exercise on the way. Tells where Drydock itself has to give up, and, of the last way, what is printed otherwise than the prose has it.
 */
export function typedProblems(lesson: Lesson, typed: readonly Typed[], exercise: number): ProseProblem[] {
  const problems = new Map<string, ProseProblem>();
  const run = (files: FileState, solved?: FileState): void => {
    const { id: seed, blackBoxes } = lesson;
    const machine = new Workstation({ bases, seed, files, blackBoxes });
    const home = machine.directory;
    let before = true;
    for (const { offset, line, printed } of typed) {
      if (before && offset > exercise) {
        before = false;
        if (solved) machine.files.place(home, treeOf(solved, MACHINE_START / 1000));
      }
      const { output, stderr } = machine.run(line);
      const own = stderr.split("\n").find((each) => OWN.test(each));
      const otherwise =
        own !== undefined
          ? { offset, message: `${line}: ${own}` }
          : printed && solved
            ? difference(line, printed, output.map(({ text }) => text).join(""))
            : undefined;
      if (otherwise) problems.set(`${otherwise.offset} ${otherwise.message}`, otherwise);
    }
  };
  run(lesson.start);
  run(lesson.solution);
  run(lesson.start, lesson.solution);
  return [...problems.values()];
}

function difference(
  line: string,
  { offset, lines }: NonNullable<Typed["printed"]>,
  said: string,
): ProseProblem | undefined {
  const really = said
    .replace(/\n+$/, "")
    .split("\n")
    .map((each) => each.trimEnd());
  const wanted = lines.map((each) => each.trimEnd());
  const at = firstUnlike(wanted, really);
  if (at === undefined) return undefined;
  const cut = (text: string | undefined): string =>
    text === undefined
      ? "nothing more"
      : JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
  return {
    offset,
    message: `${line} prints ${cut(really[at.really])}, where the prose has ${cut(wanted[at.wanted])}`,
  };
}

/** Where two lists of lines part; a line `…` of the first stands for any lines of the second. */
function firstUnlike(
  wanted: readonly string[],
  really: readonly string[],
): { readonly wanted: number; readonly really: number } | undefined {
  let at = 0;
  let skipping = false;
  for (const [i, line] of wanted.entries()) {
    if (line.trim() === ANY) {
      skipping = true;
      continue;
    }
    const next = skipping ? really.indexOf(line, at) : at;
    if (next < 0 || really[next] !== line) return { wanted: i, really: at };
    at = next + 1;
    skipping = false;
  }
  return skipping || at >= really.length ? undefined : { wanted: wanted.length, really: at };
}
