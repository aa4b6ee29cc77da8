import { parseReference } from "../../oci/reference.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** FROM names an image of a registry with neither tag nor digest: Docker takes `latest`. */
export const missingBaseTag: TeachingRule = {
  name: "MissingBaseTag",
  summary: "Name a version of the base image",
  why: "Without a tag Docker takes latest, which is another image next month, and the same Dockerfile then builds something else.",
  good: [
    "FROM python:3.13-slim",
    "FROM alpine@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1",
    "ARG VERSION=3.24\nFROM alpine:$VERSION AS base\nFROM base",
    "FROM scratch",
  ],
  bad: ["FROM python", "ARG BASE=debian\nFROM ${BASE} AS base\nFROM base"],
  check({ stages }, report) {
    for (const { stage, base } of stages) {
      if (base === "" || base === "scratch" || base.includes("$")) continue;
      const reference = parseReference(base);
      if ("error" in reference || reference.tag !== undefined || reference.digest !== undefined) continue;
      report(
        stage.from.range,
        `${base} has no tag, so Docker takes ${base}:latest, whatever that is on the day of the build`,
      );
    }
  },
};
