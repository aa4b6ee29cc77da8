import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { find } from "../look/files.ts";
import { code } from "../look/words.ts";

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
    const volume = subject.replayed.machine.daemon.state.volumes.get(name);
    const evidence = subject.commandEvidence;
    if (!volume)
      return { outcome: "fail", message: `After the session no volume is called ${code(name)}.`, evidence };
    if (holds !== undefined && find(volume.tree, holds.startsWith("/") ? holds : `/${holds}`).length === 0) {
      return { outcome: "fail", message: `The volume ${code(name)} does not hold ${code(holds)}.`, evidence };
    }
    return { outcome: "pass", message: `The volume ${code(name)} is there.` };
  },
});
