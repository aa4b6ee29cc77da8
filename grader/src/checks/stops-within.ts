import { notSimulated } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { runContainer } from "../look/run-container.ts";

/** `docker stop` ends the container by its signal and not by force. */
export const stopsWithin: Check = defineCheck({
  name: "stopsWithin",
  needs: "image",
  summary: "docker stop ends the container in that time",
  parameters: z.strictObject({ seconds: z.number(), exit: z.optional(z.number()) }),
  evaluate(subject): Finding {
    const { life } = runContainer(imageOfSubject(subject), { blackBoxes: subject.lesson.blackBoxes });
    if (!life)
      return { outcome: "fail", message: "A container does not start, so there is nothing to stop." };
    if (life.end)
      return {
        outcome: "fail",
        message: `The container's program has ended by itself, with status ${life.end.exitCode}, before docker stop.`,
      };
    throw notSimulated(
      "how the program takes a signal",
      "The real one would get the signal, and be killed if it does not end.",
    );
  },
});
