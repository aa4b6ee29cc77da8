import type { Directive, Dockerfile, Problem, Stage } from "./dockerfile.ts";
import type { From, Instruction, Pairs } from "./instruction.ts";
import { readInstruction } from "./instructions/index.ts";
import { readStatements } from "./read-statements.ts";
import { splitLines } from "./source-lines.ts";
import type { Statement } from "./statement.ts";

type StageDraft = Omit<Stage, "instructions"> & { readonly instructions: Exclude<Instruction, From>[] };

/**
 * Reads a Dockerfile as BuildKit 0.25's own frontend does, but to the end: a bad line is a problem, and the next one is read.
 * Never throws on what a learner wrote. `problems[0]` is BuildKit's one error; its parser reads all lines before it looks
 * at what they mean, so mistakes of form come first.
 */
export function parseDockerfile(source: string): Dockerfile {
  const lines = splitLines(source);
  const file = readStatements(lines);
  const args: Pairs[] = [];
  const stages: StageDraft[] = [];
  const problems: Problem[] = source === "" ? [emptyFile] : [...file.problems];
  // A FROM that failed would have opened a stage: what follows it is told once, not line by line.
  let lost = false;
  let refused: Statement | undefined;
  for (const statement of file.statements) {
    const { range } = statement;
    const read = readInstruction(statement);
    if ("error" in read) {
      const message = `dockerfile parse error on line ${range.start.line}: ${read.error}`;
      problems.push({ message, range, phase: "instructions" });
      refused ??= statement;
      lost ||= stages.length === 0;
    } else if (read.kind === "FROM") {
      stages.push({
        index: stages.length,
        from: read,
        instructions: [],
        comment: describe(read.comments, read.name),
      });
    } else {
      const stage = stages.at(-1);
      if (stage !== undefined) stage.instructions.push(read);
      else if (read.kind === "ARG") args.push(read);
      else if (!lost) {
        problems.push({ message: "no build stage in current context", range, phase: "instructions" });
        refused ??= statement;
        lost = true;
      }
    }
  }
  const { escape, emptyContinuations } = file;
  const directives: readonly Directive[] = file.directives;
  const shown = lines.shown;
  return { source, lines: shown, escape, directives, args, stages, problems, refused, emptyContinuations };
}

const emptyFile: Problem = {
  message: "the Dockerfile cannot be empty",
  range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  phase: "parse",
};

/** The comment line that begins with a name, without the name: how BuildKit describes stages and arguments. */
export function describe(comments: readonly string[], name: string): string {
  if (name === "") return "";
  const line = comments.find((comment) => comment.startsWith(`${name} `));
  return line === undefined ? "" : line.slice(name.length + 1);
}
