import type { Instruction, Layer } from "@drydock/engine";
import type { Subject } from "../../subject.ts";
import { stepsOf } from "../build/step-pattern.ts";

/** The instruction that made a layer; undefined for a layer of the base. */
export function layerOrigin(subject: Subject, layer: Layer): Instruction | undefined {
  const { origin } = layer;
  if (!origin) return undefined;
  const line = origin.range.start.line;
  const step = stepsOf(subject.build()).find(
    (vertex) => vertex.step.stage === origin.stage && vertex.step.instruction.range.start.line === line,
  );
  return (
    step?.step.instruction ??
    subject.dockerfile.stages[origin.stage]?.instructions.find(({ range }) => range.start.line === line)
  );
}
