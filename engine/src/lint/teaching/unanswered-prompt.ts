import { packageCalls } from "../reading/install.ts";
import type { TeachingRule } from "../teaching-rule.ts";

const ASKS: ReadonlySet<string> = new Set([
  "install",
  "remove",
  "purge",
  "autoremove",
  "upgrade",
  "dist-upgrade",
  "full-upgrade",
]);
const YES = ["-y", "--yes", "--assume-yes"];

/** An apt command that may ask, without an answer on its line. */
export const unansweredPrompt: TeachingRule = {
  name: "UnansweredPrompt",
  summary: "Answer apt's question beforehand: -y",
  why: "Nobody sits at a build: apt-get asks whether to go on, gets no answer, and gives up.",
  good: [
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -qy --no-install-recommends curl",
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -qq curl",
    "FROM debian:trixie-slim\nRUN yes | apt-get install curl",
  ],
  bad: [
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install --no-install-recommends curl",
    "FROM debian:trixie-slim\nRUN apt-get update \\\n && sudo apt-get install curl",
  ],
  check({ steps }, report) {
    for (const { commands } of steps) {
      for (const { manager, verb, options, command } of packageCalls(commands)) {
        if (manager !== "apt" || !ASKS.has(verb) || command.pipe.length > 1) continue;
        const quiet = options.get("-q") ?? [];
        if (YES.some((option) => options.has(option)) || quiet.length > 1 || quiet.includes("2")) continue;
        if (
          (options.get("-o") ?? []).some((option) => /^apt::get::assume-yes=(?:1|true|yes|on)$/i.test(option))
        )
          continue;
        report(
          command.range,
          `${command.name} ${verb} asks whether to go on, and in a build nobody answers: -y is missing`,
        );
      }
    }
  },
};
