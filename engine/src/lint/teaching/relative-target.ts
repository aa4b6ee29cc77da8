import type { TeachingRule } from "../teaching-rule.ts";

/**
 * COPY or ADD to a relative path where no WORKDIR stands before it and the base image is not known to have one.
 * In a stage whose layers are left behind it does no harm.
 */
export const relativeTarget: TeachingRule = {
  name: "RelativeTarget",
  summary: "WORKDIR before a relative target",
  why: "Without WORKDIR the files land in the root of the image, between its own folders, or wherever the base image says.",
  good: [
    "FROM alpine:3.24\nWORKDIR /app\nCOPY app.py .",
    "FROM alpine:3.24\nCOPY app.py /app/",
    "FROM alpine:3.24 AS base\nWORKDIR /app\nFROM base\nCOPY app.py ./",
  ],
  bad: ["FROM alpine:3.24\nCOPY app.py ."],
  check({ steps }, report) {
    for (const { instruction, placed, stage } of steps) {
      if (
        (instruction.kind !== "COPY" && instruction.kind !== "ADD") ||
        placed ||
        !stage.ships ||
        /^[/$]|^[A-Za-z]:/.test(instruction.destination)
      )
        continue;
      const where = stage.config === undefined ? "wherever the base image starts" : "in /";
      report(instruction.range, `No WORKDIR stands before it, so ${instruction.destination} is ${where}`);
    }
  },
};
