import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { code } from "../look/words.ts";

/** After the session no container has that name. */
export const lacksContainer: Check = defineCheck({
  name: "lacksContainer",
  topic: "session",
  needs: "machine",
  summary: "after the session no container has that name",
  parameters: z.strictObject({ name: z.string().check(z.describe("the container's name")) }),
  evaluate(subject, { name }): Finding {
    const { containers } = subject.replayed.machine.daemon.state;
    return containers.some((each) => each.name === name)
      ? {
          outcome: "fail",
          message: `After the session there is still a container ${code(name)}.`,
          evidence: subject.commandEvidence,
        }
      : { outcome: "pass", message: `No container is called ${code(name)}.` };
  },
});
