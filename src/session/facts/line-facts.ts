import { type BuildResult, type MissReason, parseDockerfile } from "@drydock/engine";

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
  /** Why it was not CACHED. */
  readonly miss?: MissReason | undefined;
}

const withoutPlace = (name: string): string =>
  name
    .replace(/^\[[^\]]*\] /, "")
    .replace(/^FROM docker\.io\/(?:library\/)?/, "FROM ")
    .replace(/@sha256:\w+$/, "");

/** Bytes of the layers that no line of the Dockerfile made. */
const baseBytes = (result: BuildResult): number | undefined =>
  result.image?.layers.filter(({ origin }) => !origin).reduce((sum, layer) => sum + layer.size, 0);

/** The FROM lines of the stages that were built on an image. Only the last one's layers are part of the result. */
const bases = (result: BuildResult, text: string): readonly LineFacts[] => {
  const stages = parseDockerfile(text).stages;
  const used = result.stages.filter(({ base }) => base !== undefined);
  return used.flatMap(({ index, base }): readonly LineFacts[] => {
    const line = stages[index]?.from.range.start.line;
    if (line === undefined) return [];
    const bytes = used.length === 1 || index === result.target ? baseBytes(result) : undefined;
    return [{ line, name: withoutPlace(`FROM ${base}`), bytes, state: "base", duration: 0, cost: 0 }];
  });
};

/** What each line of `text` did in the build of it, in the order of the file; lines that only note something down are left out. */
export const lineFacts = (result: BuildResult, text: string): readonly LineFacts[] => {
  const facts: LineFacts[] = [...bases(result, text)];
  let missed = false;
  for (const { name, status, step, duration, cost } of result.vertices) {
    if (!step || step.onbuild) continue;
    const rerun = status === "DONE" && step.miss !== undefined && step.miss.kind !== "first-build";
    const state =
      status === "ERROR"
        ? "failed"
        : status === "CANCELED"
          ? "not-reached"
          : status === "CACHED"
            ? "cached"
            : !rerun
              ? "ran"
              : missed
                ? "again"
                : "first-miss";
    if (rerun) missed = true;
    facts.push({
      line: step.instruction.range.start.line,
      name: withoutPlace(name),
      bytes: step.layer?.size,
      state,
      duration,
      cost,
      miss: step.miss,
    });
  }
  return facts.toSorted((a, b) => a.line - b.line);
};
