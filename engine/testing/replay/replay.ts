import { compareCommand } from "./compare-command.ts";
import { compareImage, type Ground } from "./compare-image.ts";
import type { Machine } from "./machine.ts";
import { CONTEXT_TIME, editFile, octal, placeFile } from "./place-file.ts";
import { SameIds } from "./same-ids.ts";
import type { Command, Difference, ImageFacts, Step, Transcript } from "./transcript.ts";
import { Ids, marked } from "./volatile.ts";

/** How one step compares; a step that only prepares has none. */
export interface StepResult {
  readonly step: Command | ImageFacts;
  readonly differences: readonly Difference[];
}

/** Does on a machine all that a transcript tells, and compares its answers. */
export function replay(
  { steps }: Transcript,
  machine: Machine,
  groundOf: (base: string | undefined) => Ground,
): StepResult[] {
  const seen = new Ids();
  const same = new SameIds();
  const results: StepResult[] = [];
  const typed = (line: string): { stdout: string; stderr: string; exitCode: number } => {
    const { exitCode, stdout, stderr } = machine.run(line);
    return { exitCode, stdout: marked(stdout, seen), stderr: marked(stderr, seen) };
  };
  for (const step of steps) {
    if (step.kind === "command")
      results.push({ step, differences: compareCommand(step, typed(step.line), same) });
    else if (step.kind === "image") {
      results.push({
        step,
        differences: compareImage(
          step.expected,
          machine.image(step.reference),
          groundOf(step.expected?.base),
        ),
      });
    } else if (step.kind === "run") typed(step.line);
    else prepare(machine, step);
  }
  return results;
}

function prepare(machine: Machine, step: Exclude<Step, { kind: "command" | "image" | "run" }>): void {
  switch (step.kind) {
    case "place":
      return placeFile(machine, step.path, step.file);
    case "write":
      return editFile(machine, step.path, step.file);
    case "touch":
      return machine.touch(step.path, CONTEXT_TIME + 3600);
    case "chmod":
      return machine.chmod(step.path, octal(step.mode));
    case "rm":
      return machine.remove(step.path);
    case "mv":
      return machine.rename(step.path, step.to);
    case "sleep":
      return machine.sleep(step.seconds);
  }
}
