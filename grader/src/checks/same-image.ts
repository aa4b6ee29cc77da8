import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { qualified } from "../look/qualified.ts";
import { code, listed } from "../look/words.ts";

/** All are names of one image. */
export const sameImage: Check = defineCheck({
  name: "sameImage",
  topic: "session",
  needs: "machine",
  summary: "all are names of one image",
  parameters: z.strictObject({
    references: z
      .array(z.string())
      .check(z.minLength(2, "at least two names"))
      .check(z.describe("names, two at least")),
  }),
  evaluate(subject, { references: names }): Finding {
    const { references } = subject.replayed.machine.daemon.state;
    const evidence = subject.commandEvidence;
    const missing = names.filter((name) => !references.has(qualified(name)));
    if (missing.length > 0)
      return {
        outcome: "fail",
        message: `After the session no image is called ${listed(missing.map(code), 4, "or")}.`,
        evidence,
      };
    const ids = names.map((name) => references.get(qualified(name))?.id ?? "");
    const other = names.find((_, i) => ids[i] !== ids[0]);
    if (other !== undefined)
      return {
        outcome: "fail",
        message: `${code(names[0] ?? "")} and ${code(other)} are names of two different images.`,
        evidence,
        facts: { ids },
      };
    return { outcome: "pass", message: `${listed(names.map(code))} are names of one image.` };
  },
});
