import type { TeachingRule } from "../teaching-rule.ts";

/** `apt` as a command of a script. */
export const interactiveApt: TeachingRule = {
  name: "InteractiveApt",
  summary: "apt-get in scripts, apt at a keyboard",
  why: "apt is made for people: it says itself that its words and options may change, and apt-get's do not.",
  good: [
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y curl",
    "FROM debian:trixie-slim\nRUN echo apt",
  ],
  bad: [
    "FROM debian:trixie-slim\nRUN apt update",
    'FROM debian:trixie-slim\nRUN bash -c "apt install -y curl"',
  ],
  check({ steps }, report) {
    for (const { commands } of steps) {
      const apt = commands.find(({ name }) => name === "apt");
      if (apt)
        report(
          apt.range,
          `apt ${apt.words.find((word) => !word.startsWith("-")) ?? ""}: apt has no stable command line, apt-get has`.replace(
            " :",
            ":",
          ),
        );
    }
  },
};
