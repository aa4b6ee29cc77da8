import { shortId } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { plural } from "../look/words/words.ts";

/** Every image that is left has a name. */
export const noDangling: Check = defineCheck({
  name: "noDangling",
  topic: "session",
  needs: "machine",
  byAbsence: true,
  summary: "after the session no image is without a name",
  parameters: z.strictObject({}),
  evaluate(subject): Finding {
    const { images, references } = subject.replayed.machine.daemon.state;
    const named = new Set([...references.values()].map(({ id }) => id));
    const dangling = images.filter(({ id }) => !named.has(id)).map(({ id }) => shortId(id));
    if (dangling.length === 0) return { outcome: "pass", message: "Every image has a name." };
    return {
      outcome: "fail",
      message: `After the session ${plural(dangling.length, "image")} ${dangling.length === 1 ? "has" : "have"} no name: ${dangling.slice(0, 4).join(", ")}.`,
      evidence: subject.commandEvidence,
      facts: { dangling },
    };
  },
});
