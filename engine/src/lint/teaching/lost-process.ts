import type { TeachingRule } from "../teaching-rule.ts";

/** A RUN that starts a service, or leaves its last command in the background. */
export const lostProcess: TeachingRule = {
  name: "LostProcess",
  summary: "Start programs with CMD, not while building",
  why: "An image keeps files, not running programs: whatever a RUN starts is gone when that RUN ends.",
  good: [
    'FROM nginx:1.29\nCMD ["nginx", "-g", "daemon off;"]',
    "FROM postgres:18\nRUN service postgresql start && psql -f /schema.sql",
  ],
  bad: [
    "FROM debian:trixie-slim\nRUN service nginx start",
    "FROM debian:trixie-slim\nRUN systemctl enable --now nginx",
    "FROM python:3.13-slim\nRUN python app.py &",
  ],
  check({ steps }, report) {
    for (const { commands } of steps) {
      const last = commands.at(-1);
      if (last === undefined) continue;
      const service = last.name === "service" && /^(?:re)?start$/.test(last.words[1] ?? "");
      const unit =
        last.name === "systemctl" && last.words.some((word) => /^(?:re)?start$|^--now$/.test(word));
      if (service || unit)
        report(
          last.range,
          `The service that ${last.name} starts ends with this RUN: a container starts without it`,
        );
      else if (last.background)
        report(
          last.range,
          `${last.name} in the background ends with this RUN: a container starts without it`,
        );
    }
  },
};
