/** One step of `docker build --progress=plain`, under its `#n`. */
export interface BuildStep {
  readonly name: string;
  status: "DONE" | "CACHED" | "ERROR" | "CANCELED" | "none";
  error: string;
  readonly log: string[];
}

export interface BuildOutput {
  readonly steps: readonly BuildStep[];
  /** What stands below the steps: source frame, error, warnings. */
  readonly end: string;
}

/** Sorts the lines of a build's stderr (volatile text marked) by step; the order of steps and their numbers are not stable. */
export function readBuildOutput(stderr: string): BuildOutput {
  const steps = new Map<string, BuildStep>();
  const lines = stderr.split("\n");
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, number, rest = ""] = /^#(\d+) (.*)$/.exec(line) ?? [];
    if (number === undefined && line.trim() !== "") break;
    if (number === undefined) continue;
    const step = steps.get(number);
    if (step === undefined) steps.set(number, { name: rest, status: "none", error: "", log: [] });
    else if (rest !== step.name && rest !== "...") take(step, rest);
  }
  for (const { log } of steps.values()) withoutProgress(log);
  return { steps: [...steps.values()], end: lines.slice(at).join("\n").trim() };
}

function take(step: BuildStep, line: string): void {
  if (line === "CACHED") step.status = line;
  else if (line.startsWith("DONE ")) step.status = step.status === "none" ? "DONE" : step.status;
  else if (line.startsWith("CANCELED")) step.status = "CANCELED";
  else if (line.startsWith("ERROR: ")) {
    step.status = "ERROR";
    step.error = line.slice("ERROR: ".length);
  } else step.log.push(line.replace(/^<t> ?/, ""));
}

/** A part of a step that took a moment is told twice: when it begins, and again with `done`. */
function withoutProgress(log: string[]): void {
  for (let at = log.length - 1; at >= 0; at--) if (log.includes(`${log[at] ?? ""} done`)) log.splice(at, 1);
}

/** Does the typed line build, with steps to tell of? */
export const isBuildOutput = (stderr: string): boolean => stderr.startsWith("#0 building with ");
