import { basename } from "../../vfs/path.ts";
import { type Step, stepsBefore } from "../reading/step.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** COPY of a tar archive that a later RUN unpacks. */
export const copiedArchive: TeachingRule = {
  name: "CopiedArchive",
  summary: "ADD unpacks an archive by itself",
  why: "The archive stays in its layer beside all that came out of it; ADD leaves only what came out.",
  good: [
    "FROM alpine:3.24\nADD site.tar.gz /srv/",
    "FROM alpine:3.24\nCOPY backup.tar.gz /srv/",
    "FROM alpine:3.24\nRUN --mount=type=bind,source=site.tar.gz,target=/tmp/site.tar.gz tar -xzf /tmp/site.tar.gz -C /srv",
  ],
  bad: [
    "FROM alpine:3.24\nCOPY site.tar.gz /tmp/\nRUN tar -xzf /tmp/site.tar.gz -C /srv && rm /tmp/site.tar.gz",
  ],
  check({ steps }, report) {
    for (const step of steps) {
      if (!step.stage.ships) continue;
      const tar = step.commands.find(
        ({ name, words }) =>
          name === "tar" && words.some((word) => /^-?[a-z]*x|^--(?:extract|get)$/.test(word)),
      );
      const archives =
        tar?.words.filter((word) => /\.(?:tar(?:\.\w+)?|t[bgx]z2?|txz)$/.test(word)).map(basename) ?? [];
      const copy = archives.length === 0 ? undefined : copyOf(step, archives);
      if (copy === undefined || tar === undefined) continue;
      report(
        copy.instruction.range,
        `The archive stays in this layer after line ${tar.range.start.line} has unpacked it`,
      );
    }
  },
};

function copyOf(step: Step, archives: readonly string[]): Step | undefined {
  for (const before of stepsBefore(step)) {
    const { instruction } = before;
    if (instruction.kind !== "COPY" || instruction.from !== undefined) continue;
    if (instruction.sources.some((source) => archives.includes(basename(source)))) return before;
  }
  return undefined;
}
