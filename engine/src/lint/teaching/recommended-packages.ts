import { isInstall, packageCalls } from "../reading/install.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** `apt-get install` that brings recommended packages in, in a layer of the image. */
export const recommendedPackages: TeachingRule = {
  name: "RecommendedPackages",
  summary: "apt-get install --no-install-recommends",
  why: "Debian recommends packages that make a desktop comfortable; in an image they are megabytes that nobody asked for.",
  good: [
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y --no-install-recommends git",
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get -o APT::Install-Recommends=false install -y git",
    "FROM debian:trixie AS tools\nRUN apt-get update && apt-get install -y gcc\nFROM debian:trixie",
  ],
  bad: [
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y git",
    'FROM debian:trixie-slim\nRUN ["apt-get", "install", "-y", "git"]',
  ],
  check({ steps }, report) {
    for (const { stage, commands } of steps) {
      if (!stage.ships) continue;
      for (const call of packageCalls(commands)) {
        if (call.manager !== "apt" || !isInstall(call) || call.options.has("--no-install-recommends"))
          continue;
        const set = [...(call.options.get("-o") ?? []), ...(call.options.get("--option") ?? [])];
        if (set.some((option) => /^apt::install-recommends=(?:0|false|no|off)$/i.test(option))) continue;
        report(
          call.command.range,
          "Packages that are only recommended are installed too: --no-install-recommends is missing",
        );
      }
    }
  },
};
