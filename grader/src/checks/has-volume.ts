import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { find } from "../look/files/files.ts";
import { tidy } from "../look/files/tidy.ts";
import { whyAbsent } from "../look/words/why-absent.ts";
import { code } from "../look/words/words.ts";

/** After the session there is a volume, with that in it. */
export const hasVolume: Check = defineCheck({
  name: "hasVolume",
  topic: "session",
  needs: "machine",
  summary: "after the session there is a volume of that name, and it holds the file",
  parameters: z.strictObject({
    name: z.string().check(z.describe("the volume's name")),
    holds: z
      .optional(z.string())
      .check(z.describe("a path inside the volume, or a glob, that must be there")),
  }),
  evaluate(subject, { name, holds }): Finding {
    const { replayed, commandEvidence: evidence } = subject;
    const volume = replayed.machine.daemon.state.volumes.get(name);
    if (!volume) {
      const { why, facts } = whyAbsent(replayed, ({ volumes }) => volumes.has(name), name);
      return {
        outcome: "fail",
        message: `After the session no volume is called ${code(name)}${why}.`,
        evidence,
        facts,
      };
    }
    if (holds !== undefined && find(volume.tree, tidy(holds)).length === 0)
      return {
        outcome: "fail",
        message: `The volume ${code(name)} does not hold ${code(holds)}.`,
        evidence,
        facts: { lacks: holds, files: [...volume.tree.children.keys()].sort().slice(0, 20) },
      };
    return { outcome: "pass", message: `The volume ${code(name)} is there.` };
  },
});
