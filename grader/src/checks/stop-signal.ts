import { SIGNALS } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { notHere } from "../look/words/not-here.ts";
import { causeOf, lastInstruction, lineOf } from "../look/words/place.ts";

const FIRST_REAL_TIME = 34;
const LAST_REAL_TIME = 64;

/** Numbers of signals as Docker names them, without SIG: the real-time ones are counted from both ends. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...SIGNALS.map((name, number) => [name, number] as const),
  ...Array.from({ length: LAST_REAL_TIME - FIRST_REAL_TIME + 1 }, (_, i) => [
    [i === 0 ? "RTMIN" : `RTMIN+${i}`, FIRST_REAL_TIME + i] as const,
    [i === 0 ? "RTMAX" : `RTMAX-${i}`, LAST_REAL_TIME - i] as const,
  ]).flat(),
]);

/** `9`, `KILL` and `sigkill` are SIGKILL. */
function nameOf(signal: string): string {
  const name = signal.toUpperCase().replace("SIG", "");
  const number = NUMBERS.get(name) ?? Number(name);
  return `SIG${[...NUMBERS].find((each) => each[1] === number)?.[0] ?? name}`;
}

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
    const wanted = nameOf(String(signal));
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
