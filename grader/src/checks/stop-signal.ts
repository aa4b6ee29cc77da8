import { SIGNALS } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { notHere } from "../look/not-here.ts";
import { causeOf, lastInstruction, lineOf } from "../look/place.ts";

const FIRST_REAL_TIME = 34;
const LAST_REAL_TIME = 64;

/** The number of a signal that is named as Docker takes it: `9`, `KILL`, `sigkill`, `SIGRTMIN+3`. */
function numberOf(signal: string): number {
  const name = signal.trim().toUpperCase().replace(/^SIG/, "");
  const [, from, sign, steps = "0"] = /^RT(MIN|MAX)(?:([-+])(\d+))?$/.exec(name) ?? [];
  if (from !== undefined)
    return (from === "MIN" ? FIRST_REAL_TIME : LAST_REAL_TIME) + Number(`${sign ?? "+"}${steps}`);
  return /^\d+$/.test(name) ? Number(name) : SIGNALS.indexOf(name);
}

const nameOf = (number: number): string =>
  number < SIGNALS.length ? `SIG${SIGNALS[number]}` : `SIGRTMIN+${number - FIRST_REAL_TIME}`;

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
    const number = numberOf(imageOfSubject(subject).config.config.StopSignal ?? "TERM");
    const [actual, wanted] = [nameOf(number), nameOf(numberOf(String(signal)))];
    if (actual === wanted) return { outcome: "pass", message: `docker stop sends ${actual}.` };
    const result = subject.build();
    const line = lastInstruction(subject, result, ({ kind }) => kind === "STOPSIGNAL");
    const other = notHere(subject, result, ({ kind }) => kind === "STOPSIGNAL", "STOPSIGNAL");
    return {
      outcome: "fail",
      message: `docker stop sends ${actual} and not ${wanted}${line ? `: ${lineOf(line)}` : other.why || ": no line of the final stage says otherwise"}.`,
      cause: causeOf(subject, line) ?? other.cause,
      facts: { signal: actual },
    };
  },
});
