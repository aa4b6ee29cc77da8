import type { BuildResult } from "@drydock/engine";
import type { Edit } from "../edit.ts";
import type { Question } from "../rubric/rubric.ts";
import type { Subject } from "../subject.ts";
import { computed } from "./expression.ts";
import { stepsOf } from "./build/step-pattern.ts";

type Value = string | number | boolean;

/** What the engine itself would answer to a question: the authoring gate wants it to earn all points. */
export function ownAnswer(subject: Subject, { check, with: parameters }: Question): unknown {
  if (check === "predicted") return prediction(subject, parameters);
  const value = (wanted: Value): Value => (typeof wanted === "string" ? computed(subject, wanted) : wanted);
  const { equals, oneOf, set, order, within } = parameters as {
    equals?: Value;
    oneOf?: Value[];
    set?: Value[];
    order?: Value[];
    within?: [Value, Value] | { of: Value };
  };
  if (equals !== undefined) return value(equals);
  if (oneOf?.[0] !== undefined) return value(oneOf[0]);
  if (set ?? order) return (set ?? order ?? []).map(value);
  return within && value(Array.isArray(within) ? within[0] : within.of);
}

function prediction(subject: Subject, parameters: Readonly<Record<string, unknown>>): unknown {
  const { build, edit, ask } = parameters as {
    build: "start" | "solution" | "submission";
    edit?: Edit;
    ask: string;
  };
  const built = (): BuildResult => (edit === undefined ? subject.build() : subject.rebuild(edit));
  const result = build === "submission" ? built() : subject.reference(build, edit);
  if (ask === "outcome") return result.outcome;
  if (ask === "context-files") return result.sent;
  if (ask === "layers") return result.image?.layers.filter(({ origin }) => origin).length ?? "no image";
  const steps = stepsOf(result);
  const several = new Set(steps.map(({ step }) => step.stage)).size > 1;
  return steps
    .filter(({ status }) => status === "CACHED")
    .map(({ step }) => `${several ? `${step.stageName} ` : ""}${step.number}/${step.of}`);
}
