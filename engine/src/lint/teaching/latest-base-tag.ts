import { parseReference } from "../../oci/reference.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** FROM …:latest without a digest. */
export const latestBaseTag: TeachingRule = {
  name: "LatestBaseTag",
  summary: "Take a tag that stays what it is",
  why: "The tag latest is moved with every release, so a build next month may stand on another system, and nobody changed a line.",
  good: [
    "FROM nginx:1.29-alpine",
    "FROM nginx:latest@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1",
  ],
  bad: ["FROM nginx:latest", "ARG TAG=latest\nFROM nginx:$TAG"],
  check({ stages }, report) {
    for (const { stage, base } of stages) {
      const reference = parseReference(base);
      if ("error" in reference || reference.tag !== "latest" || reference.digest !== undefined) continue;
      report(stage.from.range, `${base} is another image after the next release`);
    }
  },
};
