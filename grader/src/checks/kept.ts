import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { qualified } from "../look/words/qualified.ts";
import { code, listed } from "../look/words/words.ts";

/** What must survive a clean-up: images by reference, containers and volumes by name. */
export const kept: Check = defineCheck({
  name: "kept",
  topic: "session",
  needs: "machine",
  byAbsence: true,
  summary: "these images, containers and volumes are still there",
  parameters: z.strictObject({
    references: z.optional(z.array(z.string())).check(z.describe("names of images")),
    names: z.optional(z.array(z.string())).check(z.describe("names of containers or volumes")),
  }),
  evaluate(subject, { references = [], names = [] }): Finding {
    const state = subject.replayed.machine.daemon.state;
    const gone = [
      ...references.filter((reference) => !state.references.has(qualified(reference))),
      ...names.filter(
        (name) => !state.containers.some((each) => each.name === name) && !state.volumes.has(name),
      ),
    ];
    if (gone.length === 0) return { outcome: "pass", message: "All that was to be kept is there." };
    const line = subject.replayed.log.findLast(({ before }) =>
      gone.some(
        (name) =>
          before.references.has(qualified(name)) ||
          before.containers.some((each) => each.name === name) ||
          before.volumes.has(name),
      ),
    );
    return {
      outcome: "fail",
      message: `${listed(gone.map(code))} ${gone.length === 1 ? "is" : "are"} gone${line ? ` after ${code(line.line)}` : `, or never ${gone.length === 1 ? "was" : "were"} there`}.`,
      evidence: subject.commandEvidence,
      facts: { gone },
    };
  },
});
