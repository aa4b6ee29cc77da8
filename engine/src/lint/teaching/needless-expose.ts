import { mountSource } from "../../dockerfile/mount.ts";
import type { Reading } from "../reading/reading.ts";
import { type Step, stepsBefore } from "../reading/step.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** EXPOSE of a port that is exposed already, or in a stage that others only take files from. */
export const needlessExpose: TeachingRule = {
  name: "NeedlessExpose",
  summary: "EXPOSE once, in the stage that runs",
  why: "EXPOSE opens nothing, it is a note in the image's config: a second one says nothing new, and one in a stage that is left behind is lost.",
  good: [
    "FROM nginx:1.29\nEXPOSE 8080",
    "FROM golang:1.26 AS build\nRUN go build -o /app\nFROM alpine:3.24\nCOPY --from=build /app /app\nEXPOSE 8080",
    "FROM alpine:3.24\nEXPOSE 53/tcp 53/udp",
  ],
  bad: [
    "FROM alpine:3.24\nEXPOSE 8080\nEXPOSE 8080/tcp",
    "FROM golang:1.26 AS build\nEXPOSE 8080\nRUN go build -o /app\nFROM alpine:3.24\nCOPY --from=build /app /app",
  ],
  check(reading, report) {
    let left: ReadonlySet<string> | undefined;
    for (const step of reading.steps) {
      const { instruction, stage } = step;
      if (instruction.kind !== "EXPOSE") continue;
      left ??= filesOnly(reading);
      if (!stage.ships && left.has(stage.stage.from.name)) {
        report(
          instruction.range,
          `Other stages take only files from ${stage.stage.from.nameAsWritten}: what it exposes is lost`,
        );
        continue;
      }
      const before = exposedBefore(step);
      const again = instruction.words.find((word) => before.has(port(word)));
      if (again !== undefined) report(instruction.range, `${again} is exposed already`);
    }
  },
};

const port = (word: string): string => (word.includes("/") ? word.toLowerCase() : `${word}/tcp`);

function exposedBefore(step: Step): ReadonlySet<string> {
  const ports = new Set(Object.keys(step.stage.config?.ExposedPorts ?? {}));
  for (const { instruction } of stepsBefore(step))
    if (instruction.kind === "EXPOSE") for (const word of instruction.words) ports.add(port(word));
  return ports;
}

/** Names of stages that are copied or mounted from and that no stage is built from. */
function filesOnly({ stages, steps }: Reading): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { instruction } of steps) {
    if (instruction.kind === "COPY" && instruction.from !== undefined)
      names.add(instruction.from.toLowerCase());
    if (instruction.kind === "RUN")
      for (const mount of instruction.mounts) names.add(mountSource(mount)?.toLowerCase() ?? "");
  }
  for (const { parent } of stages) if (parent) names.delete(parent.stage.from.name);
  names.delete("");
  return names;
}
