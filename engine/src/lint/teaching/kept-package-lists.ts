import { packageCalls } from "../reading/install.ts";
import { isMounted } from "../reading/mounted.ts";
import { removedBy } from "../reading/removed-by.ts";
import type { TeachingRule } from "../teaching-rule.ts";

const LISTS = "/var/lib/apt/lists";

/** A RUN of the image itself that updates apt's lists and leaves them there. Other stages are left behind whole. */
export const keptPackageLists: TeachingRule = {
  name: "KeptPackageLists",
  summary: "Delete apt's lists in the RUN that fetched them",
  why: "The lists are some 20 MB that nothing reads when a container runs, and a later RUN cannot take them out of the layer that has them.",
  good: [
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*",
    "FROM debian:trixie-slim\nRUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y curl",
    "FROM debian:trixie-slim AS tools\nRUN apt-get update && apt-get install -y gcc\nFROM debian:trixie-slim\nCOPY --from=tools /bin/tool /bin/",
  ],
  bad: [
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl",
    'FROM debian:trixie-slim AS base\nRUN apt-get update\nRUN rm -rf /var/lib/apt/lists/*\nFROM base\nCMD ["sh"]',
  ],
  check({ steps }, report) {
    for (const step of steps) {
      if (!step.stage.ships || isMounted(step, LISTS)) continue;
      const update = packageCalls(step.commands).find(
        ({ manager, verb }) => manager === "apt" && verb === "update",
      );
      if (update === undefined) continue;
      const gone = step.commands.some((command) =>
        removedBy(command, step.directory).some(
          (path) => LISTS.startsWith(path) || path.startsWith(`${LISTS}/`),
        ),
      );
      if (!gone)
        report(
          update.command.range,
          "The package lists that this fetches stay in the layer: nothing in this RUN deletes /var/lib/apt/lists/*",
        );
    }
  },
};
