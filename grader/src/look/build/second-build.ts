import type { BuildResult, MissReason } from "@drydock/engine";
import type { Evidence, Finding } from "../../check.ts";
import { type Edit, editedFile } from "../../edit.ts";
import type { Subject } from "../../subject.ts";
import { matchingSteps, type StepVertex, stepsOf, stepVerb } from "./step-pattern.ts";
import { code, shorten } from "../words/words.ts";

/** The second build after an edit, with the steps that were asked for; or why there is nothing to judge. */
export type SecondBuild =
  | { readonly finding: Finding }
  | {
      readonly finding?: undefined;
      readonly result: BuildResult;
      readonly matches: readonly StepVertex[];
      readonly evidence: readonly Evidence[];
    };

export function secondBuild(subject: Subject, edit: Edit, step: string): SecondBuild {
  const file = editedFile(edit);
  if (subject.text(file) === undefined) {
    return {
      finding: {
        outcome: "inconclusive",
        message: `There is no file ${code(file)} in the submission, so it cannot be edited. This check does not count.`,
      },
    };
  }
  const result = subject.rebuild(edit);
  const matches = matchingSteps(result, step);
  const evidence = stepsOf(result).map(stepEvidence);
  if (matches.length === 0) {
    const facts = { matches: 0 };
    return {
      finding: {
        outcome: "fail",
        message: `No step of this build ${stepVerb(step)} ${code(step)}.`,
        evidence,
        facts,
      },
    };
  }
  return { result, matches, evidence };
}

const stateOf = (vertex: StepVertex): string =>
  vertex.status === "CACHED" ? "cached" : vertex.status === "DONE" ? "rerun" : vertex.status.toLowerCase();

function stepEvidence(vertex: StepVertex): Evidence {
  const { miss } = vertex.step;
  const reason = vertex.status === "CACHED" || !miss ? undefined : reasonWords(miss);
  return {
    kind: "step",
    text: shorten(vertex.name, 160),
    state: stateOf(vertex),
    ...(reason === undefined ? {} : { reason }),
  };
}

const changes = {
  added: "is new",
  removed: "is gone",
  content: "changed",
  mode: "has another mode",
  type: "is of another kind",
} as const;

/** Why a step did not come from the cache. */
export function reasonWords(miss: MissReason): string {
  switch (miss.kind) {
    case "first-build":
      return "it was never built before";
    case "no-cache":
      return "the cache was not used";
    case "failed":
      return "it failed before";
    case "instruction":
      return "the instruction changed";
    case "parent":
      return `${shorten(miss.step)} was made anew`;
    case "file":
      return `${shorten(miss.path)} ${changes[miss.change]}`;
    case "variable":
      return `the variable ${shorten(miss.name)} has another value`;
    case "base":
      return "the base image is another one";
    case "setting":
      return `the setting ${miss.name} is another one`;
  }
}

/** Follows a miss to the step that missed by itself. */
export function firstMiss(result: BuildResult, vertex: StepVertex): StepVertex {
  const steps = stepsOf(result);
  const seen = new Set<StepVertex>();
  let here = vertex;
  while (!seen.has(here) && here.step.miss?.kind === "parent") {
    seen.add(here);
    const name = here.step.miss.step;
    const parent =
      steps.find((step) => step.name === name) ?? steps.find((step) => step.name.endsWith(`] ${name}`));
    if (!parent || parent.status === "CACHED") break;
    here = parent;
  }
  if (here !== vertex || vertex.step.miss?.kind !== "parent") return here;
  return steps.find((step) => step.status !== "CACHED" && step.step.stage === vertex.step.stage) ?? vertex;
}
