import type { BuildResult } from "@drydock/engine";
import type { Subject } from "../../subject.ts";
import { copiesAll, matchingSteps, type StepVertex, stepsOf } from "./step-pattern.ts";

/**
 * Did the build fail at the step that `wanted` names?
 *
 * A step that failed ran or copied less than it was told: what a COPY names stands in its vertex, with variables put in place, and a program
 * that is not there is told by the shell.
 */
export function failedAt(subject: Subject, result: BuildResult, wanted: string): boolean {
  if (matchingSteps(result, wanted).some(({ status }) => status === "ERROR")) return true;
  const [first = "", ...rest] = wanted.trim().split(/\s+/);
  const failed = stepsOf(result).find(({ status }) => status === "ERROR");
  if (!failed) return first === kindAtError(subject, result) && rest.length === 0;
  const { kind } = failed.step.instruction;
  if (kind === "COPY" || kind === "ADD") return first === kind && namesAll(failed, rest);
  if (kind !== "RUN") return false;
  return missingPrograms(failed).includes(first === "RUN" ? (rest[0] ?? "") : first);
}

/** Before any step ran: an image of `COPY --from` that is not there. */
function kindAtError(subject: Subject, { error }: BuildResult): string | undefined {
  const line = error?.range?.start.line;
  for (const { instructions } of subject.dockerfile.stages)
    for (const { kind, range } of instructions) if (range.start.line === line) return kind;
  return undefined;
}

/** `[2/4] COPY --chown=1:1 a b /to/`: the words behind the instruction are what it was told to bring, and where to. */
function namesAll({ name, step }: StepVertex, rest: readonly string[]): boolean {
  const [, ...words] = name.replace(/^\[[^\]]*\] /, "").split(/\s+/);
  const told = words.filter((word) => !word.startsWith("--"));
  const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
  return copiesAll({ from: step.copied?.from ?? from, paths: told.slice(0, -1) }, [], rest);
}

/** `/bin/sh: 1: pip: not found`: programs that a RUN wanted to start and that no folder of PATH holds. */
const missingPrograms = ({ log }: StepVertex): string[] =>
  log
    .flatMap(({ text }) => text.split("\n"))
    .flatMap((line) => /(?:^|\s)([^\s:]+): (?:command )?not found\s*$/.exec(line)?.[1] ?? []);
