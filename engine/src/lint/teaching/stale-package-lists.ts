import { isInstall, packageCalls, packagesOf } from "../reading/install.ts";
import { isMounted } from "../reading/mounted.ts";
import type { TeachingRule } from "../teaching-rule.ts";

const LISTS = "/var/lib/apt/lists";

/** `apt-get install` of packages by name in a RUN that did not update the lists before it. */
export const stalePackageLists: TeachingRule = {
  name: "StalePackageLists",
  summary: "Update and install in one RUN",
  why: "An update in a RUN of its own comes from the cache for months, and an install that follows then asks for versions that the servers no longer have.",
  good: [
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl",
    "FROM debian:trixie-slim\nRUN <<EOF\napt-get update\napt-get install -y curl\nEOF",
    "FROM debian:trixie-slim\nCOPY tool.deb /tmp/\nRUN apt-get install -y /tmp/tool.deb",
  ],
  bad: [
    "FROM debian:trixie-slim\nRUN apt-get update\nRUN apt-get install -y --no-install-recommends curl",
    'FROM debian:trixie-slim\nRUN sh -c "apt-get install -y curl"',
    "FROM debian:trixie-slim\nRUN DEBIAN_FRONTEND=noninteractive apt-get -y install curl && apt-get update",
  ],
  check({ steps }, report) {
    for (const step of steps) {
      if (isMounted(step, LISTS)) continue;
      let updated = false;
      for (const call of packageCalls(step.commands)) {
        if (call.manager !== "apt") continue;
        if (call.verb === "update") updated = true;
        if (updated || !isInstall(call) || packagesOf(call).length === 0) continue;
        report(
          call.command.range,
          `${call.command.name} install uses the package lists of an earlier layer: no update stands before it in this RUN`,
        );
        break;
      }
    }
  },
};
