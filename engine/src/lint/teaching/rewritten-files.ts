import { join } from "../../vfs/path.ts";
import { type Step, stepsBefore } from "../reading/step.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** `chown -R` or `chmod -R`, in a RUN of the image, over files that an earlier COPY or ADD brought in. */
export const rewrittenFiles: TeachingRule = {
  name: "RewrittenFiles",
  summary: "Give files their owner when they are copied: COPY --chown, COPY --chmod",
  why: "A new owner or mode is a new copy of the file in a new layer, so the image carries every one of them twice.",
  good: [
    "FROM python:3.13-slim\nRUN useradd keeper\nCOPY --chown=keeper:keeper . /app",
    "FROM python:3.13-slim\nCOPY . /app\nRUN mkdir /data && chown -R 1000:1000 /data",
    "FROM python:3.13-slim\nWORKDIR /app\nCOPY app.py .\nRUN mkdir data && chown 1000:1000 data",
  ],
  bad: [
    "FROM python:3.13-slim\nRUN useradd keeper\nCOPY . /app\nRUN chown -R keeper:keeper /app",
    "FROM python:3.13-slim\nWORKDIR /app\nCOPY run.sh bin/\nRUN chmod -R 755 .",
  ],
  check({ steps }, report) {
    for (const step of steps) {
      if (!step.stage.ships) continue;
      for (const { name, words, range } of step.commands) {
        if (!/^(?:chown|chmod|chgrp)$/.test(name) || !words.some((word) => /^-\w*R|^--recursive$/.test(word)))
          continue;
        const [, ...targets] = words.filter((word) => !word.startsWith("-"));
        const copy = copyInto(
          step,
          targets.map((target) => join(step.directory, target)),
        );
        if (copy === undefined) continue;
        const line = copy.instruction.range.start.line;
        report(range, `${name} -R writes the files of line ${line} into the image a second time`);
        break;
      }
    }
  },
};

function copyInto(step: Step, targets: readonly string[]): Step | undefined {
  for (const before of stepsBefore(step)) {
    const { instruction, directory } = before;
    if (instruction.kind !== "COPY" && instruction.kind !== "ADD") continue;
    const made = join(directory, instruction.destination);
    if (targets.some((target) => made === target || made.startsWith(target === "/" ? "/" : `${target}/`)))
      return before;
  }
  return undefined;
}
