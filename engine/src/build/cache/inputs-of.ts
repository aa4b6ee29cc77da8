import type { Ground } from "../solve/ground.ts";
import { operation } from "../solve/operation.ts";
import type { PlannedStep } from "../plan/plan.ts";
import type { SourceEntry, StepInputs } from "../solve/step-inputs.ts";

/** The instruction in one spelling: keyword in capitals, heredocs after it. */
export function stepText({ instruction }: PlannedStep): string {
  const rest = instruction.original.trimStart().slice(instruction.keyword.length);
  const heredocs = instruction.heredocs.map(({ name, content }) => `\n${content}${name}`);
  return instruction.kind + rest + heredocs.join("");
}

const shellOf = (step: PlannedStep): string =>
  step.kind === "run" && step.instruction.form === "shell" ? step.argv.slice(0, -1).join(" ") : "";

/** All that a step depends on, out of its plan and what it stands on. */
export const inputsOf = (
  step: PlannedStep,
  { id, below }: Ground,
  base: StepInputs["base"],
  sources: readonly SourceEntry[],
): StepInputs => ({
  text: stepText(step),
  printed: step.name.replace(/^\[[^\]]*\] /, ""),
  parent: id,
  below,
  base,
  operation: operation(step),
  env: step.env,
  settings: {
    user: step.kind === "copy" ? "" : step.user,
    workdir: step.directory,
    shell: shellOf(step),
  },
  sources,
  failed: false,
});
