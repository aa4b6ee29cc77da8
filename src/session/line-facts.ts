import { type BuildResult, humanSize } from "@drydock/engine";

/** What one line of the Dockerfile did in a build. */
export interface LineFacts {
  /** From 1. */
  readonly line: number;
  /** `FROM`, `COPY . .`: as the builder prints the step, or the instruction's first words. */
  readonly name: string;
  /** Bytes of its layer; undefined where it makes none. */
  readonly bytes: number | undefined;
  readonly state: "base" | "cached" | "first-miss" | "again" | "ran" | "failed" | "not-reached";
  /** Simulated milliseconds it took now, and what it takes when it runs. */
  readonly duration: number;
  readonly cost: number;
}

/** `9.3 s`, as the site writes durations. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** `13.8 MB`: Docker's figure, with a space. */
export const size = (bytes: number): string => humanSize(bytes).replace(/(?<=\d)(?=[A-Za-z])/, " ");

const withoutPlace = (name: string): string => name.replace(/^\[[^\]]*\] /, "");

/** The steps of a build by line, FROM first; lines that only note something down are left out. */
export const lineFacts = (result: BuildResult): readonly LineFacts[] => {
  const facts: LineFacts[] = [];
  let missed = false;
  for (const { name, status, step, duration, cost } of result.vertices) {
    if (!step || step.onbuild) continue;
    const from = step.instruction.kind === "FROM";
    const rerun = status === "DONE" && step.miss !== undefined && step.miss.kind !== "first-build";
    const state =
      status === "ERROR" ? "failed"
      : status === "CANCELED" ? "not-reached"
      : from ? "base"
      : status === "CACHED" ? "cached"
      : !rerun ? "ran"
      : missed ? "again" : "first-miss";
    if (rerun) missed = true;
    const base = from ? result.image?.layers.filter(({ origin }) => !origin).reduce((sum, layer) => sum + layer.size, 0) : undefined;
    facts.push({ line: step.instruction.range.start.line, name: withoutPlace(name), bytes: from ? base : step.layer?.size, state, duration, cost });
  }
  return facts.toSorted((a, b) => a.line - b.line);
};
