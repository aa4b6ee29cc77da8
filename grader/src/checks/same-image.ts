import type { DaemonState } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { qualified } from "../look/words/qualified.ts";
import { whyAbsent } from "../look/words/why-absent.ts";
import { code, listed } from "../look/words/words.ts";

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
    const { replayed, commandEvidence: evidence } = subject;
    const { references } = replayed.machine.daemon.state;
    const idOf = (name: string): string | undefined => references.get(qualified(name))?.id;
    const missing = names.filter((name) => idOf(name) === undefined);
    const [absent] = missing;
    if (absent !== undefined) {
      const has = (state: DaemonState): boolean => state.references.has(qualified(absent));
      const { why, facts } = whyAbsent(replayed, has, absent);
      return {
        outcome: "fail",
        message: `After the session no image is called ${listed(missing.map(code), 4, "or")}${why}.`,
        evidence,
        facts: { ...facts, missing },
      };
    }
    const [first = "", ...rest] = names;
    const other = rest.find((name) => idOf(name) !== idOf(first));
    if (other !== undefined)
      return {
        outcome: "fail",
        message: `${code(first)} and ${code(other)} are names of two different images.`,
        evidence,
        facts: { ids: names.map(idOf) },
      };
    return { outcome: "pass", message: `${listed(names.map(code))} are names of one image.` };
  },
});
