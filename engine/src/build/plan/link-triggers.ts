import { parseDockerfile } from "../../dockerfile/parse.ts";
import type { Problem } from "../../dockerfile/dockerfile.ts";
import type { PlanError } from "./plan.ts";
import type { Command, Draft, StageInstruction } from "./draft.ts";
import { linkInstruction } from "./link-stages.ts";
import { planError } from "./plan-error.ts";
import type { Planning } from "./planning.ts";

/** Puts the ONBUILD triggers of a draft's base before its own instructions. True if one of them needs another draft. */
export function linkTriggers(planning: Planning, draft: Draft): boolean | PlanError {
  if (draft.triggered || draft.stage === undefined) return false;
  draft.triggered = true;
  const { OnBuild: inherited = [], ...config } = draft.config;
  const triggers = draft.base === undefined ? inherited : onbuildOf(draft.base);
  draft.config = config;
  if (triggers.length === 0) return false;
  const commands: Command[] = [];
  for (const trigger of triggers) {
    const instruction = readTrigger(trigger, draft);
    if ("message" in instruction) return instruction;
    const command = linkInstruction(planning, draft, instruction, true);
    if ("message" in command) return command;
    commands.push(command);
  }
  draft.commands = [...commands, ...draft.commands];
  draft.total += commands.length;
  return commands.some(({ sources }) => sources.length > 0);
}

const onbuildOf = (base: Draft): readonly string[] =>
  base.commands.flatMap(({ instruction }) =>
    instruction.kind === "ONBUILD" ? [instruction.expression] : [],
  );

/** A trigger stands where the FROM stands that fires it. */
function readTrigger(trigger: string, { range }: Draft): StageInstruction | PlanError {
  const file = parseDockerfile(`FROM scratch\n${trigger}`);
  const [problem] = file.problems;
  if (problem !== undefined) return planError(bare(problem), range);
  const instructions = file.stages.flatMap(({ instructions: own }) => own);
  const [instruction] = instructions;
  if (instruction === undefined || instructions.length !== 1 || file.stages.length !== 1) {
    return planError("onbuild trigger should be a single expression", range);
  }
  return { ...instruction, range };
}

const bare = ({ message }: Problem): string => message.replace(/^dockerfile parse error on line \d+: /, "");
