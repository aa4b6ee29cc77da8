import type { Instruction } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { notHere } from "../look/words/not-here.ts";
import { causeOf, lastInstruction, lineOf } from "../look/words/place.ts";
import { seconds } from "../look/words/words.ts";
import { matchesText, showText, textSchema } from "../rubric/text.ts";

const isHealthcheck = ({ kind }: Instruction): boolean => kind === "HEALTHCHECK";

const NANOSECONDS = 1e9;
const DEFAULT_INTERVAL = 30;
const DEFAULT_RETRIES = 3;

/** The image has a health check, of that kind. */
export const checksHealth: Check = defineCheck({
  name: "checksHealth",
  topic: "settings",
  needs: "image",
  summary: "the image has a health check",
  parameters: z.strictObject({
    command: z.optional(textSchema).check(z.describe("what the check must run")),
    interval: z.optional(z.number()).check(z.describe("seconds between two checks, at most")),
    timeout: z.optional(z.number()).check(z.describe("seconds that a check may take, at most")),
    startPeriod: z.optional(z.number()).check(z.describe("seconds of grace at the start, at most")),
    retries: z.optional(z.number()).check(z.describe("failures in a row until the container is unhealthy")),
  }),
  evaluate(subject, { command, interval, timeout, startPeriod, retries }): Finding {
    const health = imageOfSubject(subject).config.config.Healthcheck;
    const result = subject.build();
    const line = lastInstruction(subject, result, isHealthcheck);
    const cause = causeOf(subject, line);
    const where = line ? `: ${lineOf(line)}` : "";
    const [kind = "NONE", ...words] = health?.Test ?? [];
    if (kind === "NONE") {
      const other = notHere(subject, result, isHealthcheck, "HEALTHCHECK");
      return {
        outcome: "fail",
        message: `The image has no health check${where || other.why}.`,
        cause: cause ?? other.cause,
        facts: { none: true },
      };
    }
    const test = words.join(" ");
    const inSeconds = (value: number | undefined, otherwise: number): number =>
      value ? value / NANOSECONDS : otherwise;
    const facts = { test, interval: inSeconds(health?.Interval, DEFAULT_INTERVAL) };
    const fail = (message: string): Finding => ({
      outcome: "fail",
      message: `${message}${where}.`,
      cause,
      facts,
    });
    if (command !== undefined && !matchesText(command, test, (path) => subject.text(path)))
      return fail(`The health check does not run ${showText(command)}`);
    const limits = [
      ["interval", inSeconds(health?.Interval, DEFAULT_INTERVAL), interval],
      ["timeout", inSeconds(health?.Timeout, DEFAULT_INTERVAL), timeout],
      ["start period", inSeconds(health?.StartPeriod, 0), startPeriod],
    ] as const;
    for (const [name, actual, most] of limits) {
      if (most !== undefined && actual > most)
        return fail(
          `The health check's ${name} is ${seconds(actual * 1000)}, more than ${seconds(most * 1000)}`,
        );
    }
    if (retries !== undefined && (health?.Retries || DEFAULT_RETRIES) !== retries)
      return fail(`The health check tries ${health?.Retries || DEFAULT_RETRIES} times and not ${retries}`);
    return { outcome: "pass", message: "The image has a health check.", facts };
  },
});
