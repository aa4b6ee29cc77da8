import { after } from "../reading/reading.ts";
import { stepsBefore } from "../reading/step.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** The image starts its program as root: USER says so last, or nobody says anything and the base image does not either. */
export const rootAtEnd: TeachingRule = {
  name: "RootAtEnd",
  summary: "Do not run as root",
  why: "A program that is broken into is then root in its container, one mistake of the host away from being root outside.",
  good: [
    'FROM alpine:3.24\nRUN adduser -D keeper\nUSER keeper\nCMD ["httpd", "-f"]',
    'FROM gcr.io/distroless/static:nonroot\nCOPY app /app\nENTRYPOINT ["/app"]',
    "FROM alpine:3.24\nRUN apk add --no-cache curl",
    'FROM alpine:3.24\nUSER $APP_USER\nCMD ["httpd", "-f"]',
  ],
  bad: [
    'FROM alpine:3.24\nCMD ["httpd", "-f"]',
    'FROM alpine:3.24 AS base\nUSER keeper\nFROM base\nUSER root\nRUN apk add --no-cache curl\nCMD ["httpd", "-f"]',
  ],
  check({ stages }, report) {
    const final = stages.at(-1);
    const last = final?.last;
    if (final === undefined || last === undefined) return;
    const { user } = after(last);
    if (user !== "" && !/^(?:root|0)(?::|$)/.test(user)) return;
    const lineage = [last, ...stepsBefore(last)];
    const start = lineage.find(({ instruction: { kind } }) => kind === "CMD" || kind === "ENTRYPOINT");
    if (start === undefined) return;
    const said = lineage.find(({ instruction: { kind } }) => kind === "USER");
    if (said)
      report(said.instruction.range, `${user} is the last USER: the container's program runs as root`);
    else if (!final.base.includes("nonroot") && !rootOf(final).includes("nonroot"))
      report(start.instruction.range, "This program runs as root: there is no USER before it");
  },
};

type Final = Parameters<TeachingRule["check"]>[0]["stages"][number];
const rootOf = ({ base, parent }: Final): string => (parent === undefined ? base : rootOf(parent));
