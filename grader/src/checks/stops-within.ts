import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { endedEarly } from "../look/container/ended-early.ts";
import { causeOf } from "../look/words/place.ts";
import { firstStarter } from "../look/container/starter.ts";
import { stageOf } from "../look/build/stage.ts";
import { seconds as spell } from "../look/words/words.ts";

/** Milliseconds that the container runs before it is stopped. */
const RUNS = 2000;
/** Seconds that `docker stop` waits before it kills. */
const DOCKER_WAITS = 10;
const KILLED = 137;

/** `docker stop` ends the container by its signal and not by force. */
export const stopsWithin: Check = defineCheck({
  name: "stopsWithin",
  topic: "running",
  needs: "image",
  summary: "docker stop ends the container in that time",
  parameters: z.strictObject({
    seconds: z.number().check(z.describe("simulated seconds that `docker stop` may take")),
    exit: z.optional(z.number()).check(z.describe("the status with which it must end")),
  }),
  evaluate(subject, { seconds, exit }): Finding {
    const stage = stageOf(imageOfSubject(subject), { blackBoxes: subject.lesson.blackBoxes });
    if (stage.startError === undefined) stage.elapse(RUNS);
    const ended = endedEarly(subject, stage, "docker stop");
    if (ended) return ended;
    const cause = causeOf(subject, firstStarter(subject));
    const { exitCode, took } = stage.stop(Math.max(seconds, DOCKER_WAITS));
    const facts = { exitCode, took };
    const fail = (message: string): Finding => ({ outcome: "fail", message, cause, facts });
    if (took > seconds * 1000)
      return fail(
        exitCode === KILLED
          ? `The program does nothing on the signal, and docker stop kills it after ${spell(took)}: status ${exitCode}.`
          : `The program takes ${spell(took)} to end on the signal, more than ${seconds} s.`,
      );
    if (exit !== undefined && exitCode !== exit)
      return fail(`The program ends with status ${exitCode}, not ${exit}.`);
    return {
      outcome: "pass",
      message: `docker stop ends the program after ${spell(took)}, with status ${exitCode}.`,
      facts,
    };
  },
});
