import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { qualified } from "../look/qualified.ts";
import { code } from "../look/words.ts";

/** After the session the engine knows no image of that name. */
export const lacksImage: Check = defineCheck({
  name: "lacksImage",
  topic: "session",
  needs: "machine",
  summary: "after the session no image has that name",
  parameters: z.strictObject({
    reference: z.string().check(z.describe("name of the image, such as `web:1.0`; without a tag, `latest`")),
  }),
  evaluate(subject, { reference }): Finding {
    const { references } = subject.replayed.machine.daemon.state;
    return references.has(qualified(reference))
      ? {
          outcome: "fail",
          message: `After the session there is still an image ${code(reference)}.`,
          evidence: subject.commandEvidence,
        }
      : { outcome: "pass", message: `No image is called ${code(reference)}.` };
  },
});
