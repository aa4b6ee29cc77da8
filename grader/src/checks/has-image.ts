import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { qualified } from "../look/qualified.ts";
import { code } from "../look/words.ts";

/** After the session the engine knows an image of that name. */
export const hasImage: Check = defineCheck({
  name: "hasImage",
  topic: "session",
  needs: "machine",
  summary: "after the session there is an image of that name",
  parameters: z.strictObject({
    reference: z.string().check(z.describe("name of the image, such as `web:1.0`; without a tag, `latest`")),
  }),
  evaluate(subject, { reference }): Finding {
    const { references } = subject.replayed.machine.daemon.state;
    return references.has(qualified(reference))
      ? { outcome: "pass", message: `There is an image ${code(reference)}.` }
      : {
          outcome: "fail",
          message: `After the session no image is called ${code(reference)}.`,
          evidence: subject.commandEvidence,
        };
  },
});
