import type { BuildResult } from "@drydock/engine";
import { shorten } from "./look/words/words.ts";
import type { Report } from "./report.ts";

/* A report is read by people: an image of thousands of layers is told by its first ones. */
const LISTED = 40;

/** The few figures of a build that a report carries. `dockerfile` is the text that was built. */
export function buildFacts(result: BuildResult, dockerfile: string): NonNullable<Report["build"]> {
  const own = result.image?.layers.filter(({ origin }) => origin) ?? [];
  const lines = dockerfile.split(/\r?\n/);
  return {
    outcome: result.outcome,
    steps: result.vertices.filter(({ step }) => step && step.instruction.kind !== "FROM").length,
    layers: own.length,
    bytes: result.image?.size ?? 0,
    layerList: own.slice(0, LISTED).map(({ origin, size }) => {
      const line = origin?.range.start.line ?? 1;
      const end = origin?.range.end.line ?? line;
      return { line, text: shorten(lines.slice(line - 1, end).join(" "), 120), bytes: size };
    }),
    warnings: result.warnings.map(({ rule, message, url, range }) => ({ rule, message, url, range })),
  };
}
