import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { qualified } from "../look/words/qualified.ts";
import { code, listed } from "../look/words/words.ts";

/** After the session the engine knows no image of that name. */
export const lacksImage: Check = defineCheck({
  name: "lacksImage",
  topic: "session",
  needs: "machine",
  byAbsence: true,
  summary: "after the session no image has that name",
  parameters: z.strictObject({
    reference: z.string().check(z.describe("name of the image, such as `web:1.0`; without a tag, `latest`")),
  }),
  evaluate(subject, { reference }): Finding {
    const { references, containers } = subject.replayed.machine.daemon.state;
    const image = references.get(qualified(reference));
    if (!image) return { outcome: "pass", message: `No image is called ${code(reference)}.` };
    const users = containers.filter((each) => each.image.id === image.id).map(({ name }) => name);
    const held =
      users.length > 0 ? `; ${listed(users.map(code))} ${users.length === 1 ? "is" : "are"} of it` : "";
    return {
      outcome: "fail",
      message: `After the session there is still an image ${code(reference)}${held}.`,
      evidence: subject.commandEvidence,
      facts: { users },
    };
  },
});
