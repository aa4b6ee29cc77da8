import { join } from "../../vfs/path.ts";
import { type Step, stepsBefore } from "../reading/step.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** Several sources for a target without a closing slash that no earlier step made a folder of. */
export const doubtfulTarget: TeachingRule = {
  name: "DoubtfulTarget",
  summary: "A folder ends with a slash",
  why: "Whether several sources go into a folder or over one another should not hang on whether the folder is already there.",
  good: [
    "FROM alpine:3.24\nCOPY app.py lib.py /app/",
    "FROM alpine:3.24\nWORKDIR /app\nCOPY app.py lib.py .",
    "FROM alpine:3.24\nWORKDIR /app\nCOPY app.py lib.py /app",
    "FROM alpine:3.24\nCOPY app.py /app",
  ],
  bad: [
    "FROM alpine:3.24\nCOPY app.py lib.py /app",
    "FROM alpine:3.24\nWORKDIR /srv\nCOPY package.json package-lock.json app",
  ],
  check({ steps }, report) {
    for (const step of steps) {
      const { instruction } = step;
      if (instruction.kind !== "COPY" && instruction.kind !== "ADD") continue;
      const { sources, contents, destination } = instruction;
      if (
        sources.length + contents.length < 2 ||
        /\/$|(?:^|\/)\.{1,2}$|\$/.test(destination) ||
        isFolder(step, destination)
      )
        continue;
      report(
        instruction.range,
        `${sources.length + contents.length} sources go to ${destination}, which does not end with /`,
      );
    }
  },
};

function isFolder(step: Step, destination: string): boolean {
  const target = join(step.directory, destination);
  if (target === step.directory) return true;
  for (const { instruction, directory } of stepsBefore(step))
    if (instruction.kind === "WORKDIR" && join(directory, instruction.value) === target) return true;
  return false;
}
