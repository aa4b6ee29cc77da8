import { isInstall, packageCalls } from "../reading/install.ts";
import { isMounted } from "../reading/mounted.ts";
import { removedBy } from "../reading/removed-by.ts";
import type { TeachingRule } from "../teaching-rule.ts";

const CACHE = "/var/cache/apk";

/** `apk add` without `--no-cache`, the index not deleted in the same RUN. */
export const keptApkIndex: TeachingRule = {
  name: "KeptApkIndex",
  summary: "apk add --no-cache",
  why: "Without --no-cache apk keeps its index in the layer, and an index that an earlier layer kept goes stale.",
  good: [
    "FROM alpine:3.24\nRUN apk add --no-cache curl",
    "FROM alpine:3.24\nRUN apk update && apk add curl && rm -rf /var/cache/apk/*",
    "FROM alpine:3.24\nRUN --mount=type=cache,target=/var/cache/apk apk add curl",
  ],
  bad: [
    "FROM alpine:3.24\nRUN apk add curl",
    "FROM alpine:3.24\nRUN apk update && apk add --virtual .build gcc",
  ],
  check({ steps }, report) {
    for (const step of steps) {
      if (!step.stage.ships || isMounted(step, CACHE) || isMounted(step, "/etc/apk/cache")) continue;
      const call = packageCalls(step.commands).find(
        (each) => each.manager === "apk" && isInstall(each) && !each.options.has("--no-cache"),
      );
      if (call === undefined) continue;
      const gone = step.commands.some((command) =>
        removedBy(command, step.directory).some(
          (path) => CACHE.startsWith(path) || path.startsWith(`${CACHE}/`),
        ),
      );
      if (!gone)
        report(call.command.range, "apk keeps its index in this layer: it is called without --no-cache");
    }
  },
};
