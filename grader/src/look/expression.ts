import type { BuildResult } from "@drydock/engine";
import type { Subject } from "../subject.ts";
import { imageOf } from "./image.ts";
import { stepsOf } from "./step-pattern.ts";

const functions: Readonly<Record<string, (result: BuildResult) => string | number>> = {
  layers: (result) => imageOf(result).layers.filter(({ origin }) => origin).length,
  steps: (result) => stepsOf(result).length,
  stages: (result) => result.stages.length,
  bytes: (result) => imageOf(result).size,
  files: (result) => result.sent.length,
  outcome: (result) => result.outcome,
  user: (result) => imageOf(result).config.config.User ?? "",
  directory: (result) => imageOf(result).config.config.WorkingDir ?? "/",
};

/** `layers(solution)` and its kind, asked of the engine; any other text stands for itself. */
export function computed(subject: Subject, text: string): string | number {
  const [, name = "", of = ""] = /^(\w+)\((start|solution|submission)\)$/.exec(text.trim()) ?? [];
  const ask = functions[name];
  if (!ask) return text;
  return ask(
    of === "submission" ? subject.build() : subject.reference(of === "start" ? "start" : "solution"),
  );
}
