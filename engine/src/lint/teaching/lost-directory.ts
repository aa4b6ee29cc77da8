import type { TeachingRule } from "../teaching-rule.ts";

/** A RUN that ends with a `cd` which nothing in it uses any more. */
export const lostDirectory: TeachingRule = {
  name: "LostDirectory",
  summary: "WORKDIR, where the folder is to last",
  why: "Each RUN is a shell of its own that starts in the working directory of the image: a cd ends with it.",
  good: [
    "FROM alpine:3.24\nWORKDIR /app\nRUN make",
    "FROM alpine:3.24\nRUN cd /src && make",
    "FROM alpine:3.24\nRUN (cd /src; make)",
  ],
  bad: ["FROM alpine:3.24\nRUN cd /app\nRUN make", "FROM alpine:3.24\nRUN mkdir -p /app && cd /app"],
  check({ steps }, report) {
    for (const { commands } of steps) {
      const last = commands.at(-1);
      if (last?.name !== "cd" || !last.own) continue;
      report(
        last.range,
        `The next step does not start in ${last.words.at(-1) ?? "that folder"}: this cd ends with its RUN`,
      );
    }
  },
};
