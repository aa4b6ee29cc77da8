import { contextSources } from "../reading/whole-context.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** ADD of the context's own files, none of which is an archive that it would unpack. */
export const addForPlainFile: TeachingRule = {
  name: "AddForPlainFile",
  summary: "COPY for files, ADD for archives and addresses",
  why: "ADD also downloads and unpacks, so who reads it must look up what it does here; COPY does the one thing.",
  good: [
    "FROM alpine:3.24\nCOPY app.py /app/",
    "FROM alpine:3.24\nADD rootfs.tar.gz /",
    "FROM alpine:3.24\nADD https://example.com/list.txt /srv/",
    "FROM alpine:3.24\nADD https://github.com/moby/buildkit.git#v0.25.2 /src",
  ],
  bad: ["FROM alpine:3.24\nADD app.py /app/", "FROM alpine:3.24\nADD . /app"],
  check({ steps }, report) {
    for (const { instruction } of steps) {
      if (instruction.kind !== "ADD" || instruction.contents.length > 0) continue;
      const local = contextSources(instruction);
      if (
        local.length < instruction.sources.length ||
        local.some((source) => /\.(?:tar(?:\.\w+)?|t[bgx]z2?|txz|tzst)$|\$/.test(source))
      )
        continue;
      report(
        instruction.range,
        `ADD does nothing here that COPY does not: ${local.join(", ")} is no archive`.replace(
          /(,.*) is no/,
          "$1 are no",
        ),
      );
    }
  },
};
