import type { BuildResult } from "@drydock/engine";
import type { Report } from "./report.ts";

/** The few figures of a build that a report carries. */
export function buildFacts(result: BuildResult): NonNullable<Report["build"]> {
  return {
    outcome: result.outcome,
    steps: result.vertices.filter(({ step }) => step && step.instruction.kind !== "FROM").length,
    layers: result.image?.layers.filter(({ origin }) => origin).length ?? 0,
    bytes: result.image?.size ?? 0,
    warnings: result.warnings.map(({ rule, message, url, range }) => ({ rule, message, url, range })),
  };
}
