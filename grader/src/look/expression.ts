import type { BuildResult, Image } from "@drydock/engine";
import type { Subject } from "../subject.ts";
import { imageOf } from "./image.ts";
import { stepsOf } from "./build/step-pattern.ts";

const NONE = "no image";

/** A figure of the image; that of a build that failed is that there is none. */
const ofImage =
  (figure: (image: Image) => string | number) =>
  (result: BuildResult): string | number =>
    result.image ? figure(imageOf(result)) : NONE;

const functions: Readonly<Record<string, (result: BuildResult) => string | number>> = {
  layers: ofImage(({ layers }) => layers.filter(({ origin }) => origin).length),
  steps: (result) => stepsOf(result).length,
  stages: (result) => result.stages.length,
  bytes: ofImage(({ size }) => size),
  files: (result) => result.sent.length,
  outcome: (result) => result.outcome,
  user: ofImage(({ config }) => config.config.User ?? ""),
  directory: ofImage(({ config }) => config.config.WorkingDir ?? "/"),
};

const CALL = /^(\w+)\((start|solution|submission)\)$/;

/** Whether a text was probably meant as `layers(solution)` or its kind, and is not: a name of ours, and the other misspelt. */
export function nearlyComputed(text: string): boolean {
  const [, name = "", of = ""] = /^(\w+)\(([\w ]*)\)$/.exec(text.trim()) ?? [];
  const known = Object.hasOwn(functions, name);
  return name !== "" && known !== ["start", "solution", "submission"].includes(of);
}

/** `layers(solution)` and its kind, asked of the engine; any other text stands for itself. */
export function computed(subject: Subject, text: string): string | number {
  const [, name = "", of = ""] = CALL.exec(text.trim()) ?? [];
  const ask = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!ask) return text;
  return ask(
    of === "submission" ? subject.build() : subject.reference(of === "start" ? "start" : "solution"),
  );
}
