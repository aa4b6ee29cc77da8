import type { TeachingRule } from "../teaching-rule.ts";

/** `sudo` as a command of a RUN. */
export const needlessSudo: TeachingRule = {
  name: "NeedlessSudo",
  summary: "No sudo in a build",
  why: "A RUN works as root until USER says otherwise, and an image that carries sudo lets its programs become root.",
  good: ["FROM debian:trixie-slim\nRUN apt-get update", "FROM alpine:3.24\nRUN echo sudo"],
  bad: [
    "FROM debian:trixie-slim\nRUN sudo apt-get update && sudo apt-get upgrade -y",
    "FROM debian:trixie-slim\nUSER keeper\nRUN sudo make install",
  ],
  check({ steps }, report) {
    for (const { commands, user } of steps) {
      const sudo = commands.find(({ name }) => name === "sudo");
      if (sudo === undefined) continue;
      const root = user === "" || /^(?:root|0)(?::|$)/.test(user);
      report(
        sudo.range,
        root
          ? "This RUN is root already, sudo adds nothing"
          : `This RUN is ${user}: USER root before it needs no sudo`,
      );
    }
  },
};
