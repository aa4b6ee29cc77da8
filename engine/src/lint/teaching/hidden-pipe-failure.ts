import { isShell } from "../reading/inner-command.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** A download at the head of a pipe whose shell looks only at the end of it. `… | sh` has advice of its own. */
export const hiddenPipeFailure: TeachingRule = {
  name: "HiddenPipeFailure",
  summary: "set -o pipefail before a pipe that may break",
  why: "A shell takes the status of the last command for the whole pipe, so a download that fails can still be a step that succeeds, and the cache keeps it.",
  good: [
    'FROM debian:trixie-slim\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -f https://example.com/list | sort > /list',
    "FROM alpine:3.24\nRUN set -eo pipefail; wget -O - https://example.com/list | sort > /list",
    "FROM alpine:3.24\nRUN cat /etc/passwd | sort",
  ],
  bad: [
    "FROM debian:trixie-slim\nRUN curl -f https://example.com/list | sort > /list",
    "FROM alpine:3.24\nRUN set -e; wget -O - https://example.com/list | sort > /list",
  ],
  check({ steps }, report) {
    for (const { commands, shell } of steps) {
      if (shell?.includes("pipefail")) continue;
      if (commands.some(({ name, words }) => (name === "set" || isShell(name)) && words.includes("pipefail")))
        continue;
      const head = commands.find(
        ({ name, pipe, ...command }) =>
          (name === "curl" || name === "wget") &&
          pipe.length > 1 &&
          pipe.at(-1)?.range !== command.range &&
          !pipe.some((other) => isShell(other.name)),
      );
      if (head)
        report(
          head.range,
          `Where ${head.name} fails, this step still succeeds: the pipe has the status of ${head.pipe.at(-1)?.name ?? "its last command"}`,
        );
    }
  },
};
