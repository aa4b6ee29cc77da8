import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { causeOf, lastInstruction, lineOf } from "../look/place.ts";

const NUMBERS: Readonly<Record<string, string>> = {
  "1": "SIGHUP",
  "2": "SIGINT",
  "3": "SIGQUIT",
  "9": "SIGKILL",
  "10": "SIGUSR1",
  "12": "SIGUSR2",
  "15": "SIGTERM",
  "28": "SIGWINCH",
};
const nameOf = (signal: string): string =>
  NUMBERS[signal] ?? (signal.startsWith("SIG") ? signal : `SIG${signal}`);

/** The signal that `docker stop` sends first. */
export const stopSignal: Check = defineCheck({
  name: "stopSignal",
  topic: "settings",
  needs: "image",
  summary: "docker stop sends this signal",
  parameters: z.strictObject({
    signal: z
      .union([z.string(), z.number()], "a signal")
      .check(z.describe("the signal, as a name or a number")),
  }),
  evaluate(subject, { signal }): Finding {
    const actual = nameOf(imageOfSubject(subject).config.config.StopSignal ?? "SIGTERM");
    const wanted = nameOf(String(signal).toUpperCase());
    if (actual === wanted) return { outcome: "pass", message: `docker stop sends ${actual}.` };
    const line = lastInstruction(subject, subject.build(), ({ kind }) => kind === "STOPSIGNAL");
    return {
      outcome: "fail",
      message: `docker stop sends ${actual} and not ${wanted}: ${line ? lineOf(line) : "no line of the final stage says otherwise"}.`,
      cause: causeOf(subject, line),
    };
  },
});
