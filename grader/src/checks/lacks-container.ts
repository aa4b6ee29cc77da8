import { statusOf } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { code } from "../look/words/words.ts";

/** After the session no container has that name. */
export const lacksContainer: Check = defineCheck({
  name: "lacksContainer",
  topic: "session",
  needs: "machine",
  byAbsence: true,
  summary: "after the session no container has that name",
  parameters: z.strictObject({ name: z.string().check(z.describe("the container's name")) }),
  evaluate(subject, { name }): Finding {
    const { containers, time } = subject.replayed.machine.daemon.state;
    const container = containers.find((each) => each.name === name);
    if (!container) return { outcome: "pass", message: `No container is called ${code(name)}.` };
    const state = statusOf(container, time);
    return {
      outcome: "fail",
      message: `After the session there is still a container ${code(name)}; it is ${state}.`,
      evidence: subject.commandEvidence,
      facts: { state },
    };
  },
});
