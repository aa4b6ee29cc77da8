import { type BuildStep, readBuildOutput } from "./build-output.ts";
import { unnumbered } from "./same-ids.ts";
import type { Difference } from "./transcript.ts";
import { runsPip } from "./volatile.ts";

/** Compares a build by its steps: which there are, how each ended, what it printed, and what stands below them. */
export function compareBuild(theirs: string, ours: string): Difference[] {
  const want = readBuildOutput(unnumbered(theirs));
  const got = readBuildOutput(unnumbered(ours));
  const [wanted, given] = [byName(want.steps), byName(got.steps)];
  const differences: Difference[] = [];
  for (const [name, step] of wanted) {
    const own = given.get(name);
    if (own === undefined) differences.push({ facet: "steps", told: `no step '${name}'` });
    else differences.push(...compareStep(step, own));
  }
  for (const name of given.keys())
    if (!wanted.has(name)) differences.push({ facet: "steps", told: `a step too many: '${name}'` });
  const [below, ownBelow] = [tidyEnd(want.end), tidyEnd(got.end)];
  if (below !== ownBelow)
    differences.push({ facet: "end", told: `Docker ends with\n${below}\nand we end with\n${ownBelow}` });
  return differences;
}

/** A step that was given up because another failed depends on which was faster. */
const byName = (steps: readonly BuildStep[]): ReadonlyMap<string, BuildStep> =>
  new Map(steps.filter(({ status }) => status !== "CANCELED").map((step) => [step.name, step]));

function compareStep(step: BuildStep, own: BuildStep): Difference[] {
  const { name } = step;
  // Whether a base is unpacked or CACHED depends on what the machine did before the recording.
  if (/^\[[^\]]*\] FROM /.test(name)) return [];
  const differences: Difference[] = [];
  if (step.status !== own.status)
    differences.push({ facet: "steps", told: `'${name}' is ${own.status}, in Docker ${step.status}` });
  if (step.error !== own.error)
    differences.push({
      facet: "steps",
      told: `'${name}' fails with\n${own.error}\nin Docker with\n${step.error}`,
    });
  const [log, ownLog] = [step.log.join("\n"), own.log.join("\n")];
  if (log !== ownLog && !runsPip(name) && !name.startsWith("[internal] "))
    differences.push({ facet: "log", told: `'${name}' prints\n${ownLog}\nin Docker\n${log}` });
  return differences;
}

/** Warnings come in any order, and the first of them ends the colour of the line above. */
function tidyEnd(end: string): string {
  const lines = end
    .replaceAll(/^\u001b\[0m(?= - )/gm, "")
    .split("\n")
    .filter((line) => !/^<t> .*pip/.test(line));
  const isWarning = (line: string): boolean => /^ - \w+: /.test(line);
  return [...lines.filter((line) => !isWarning(line)), ...lines.filter(isWarning).toSorted()].join("\n");
}
