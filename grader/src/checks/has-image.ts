import type { DaemonState } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { qualified } from "../look/words/qualified.ts";
import { whyAbsent } from "../look/words/why-absent.ts";
import { code } from "../look/words/words.ts";

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
    const { replayed } = subject;
    const has = ({ references }: DaemonState): boolean => references.has(qualified(reference));
    if (has(replayed.machine.daemon.state))
      return { outcome: "pass", message: `There is an image ${code(reference)}.` };
    const { why, facts } = whyAbsent(replayed, has, reference);
    return {
      outcome: "fail",
      message: `After the session no image is called ${code(reference)}${why}.`,
      evidence: subject.commandEvidence,
      facts,
    };
  },
});
