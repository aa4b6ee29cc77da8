import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { sessionEvents } from "../look/session-events.ts";
import { code } from "../look/words/words.ts";

/** The order of what the engine did in the session; how it was typed does not matter. */
export const happened: Check = defineCheck({
  name: "happened",
  topic: "session",
  needs: "machine",
  summary: "one event of the session came before the other",
  parameters: z.strictObject({
    before: z
      .string()
      .check(
        z.describe(
          "the earlier event: a verb of build, pull, tag, untag, create, run, start, stop, rm, push, volume, and a name if it matters: `build web`",
        ),
      ),
    after: z.string().check(z.describe("the later event")),
  }),
  evaluate(subject, { before, after }): Finding {
    const events = sessionEvents(subject.replayed);
    const is = (wanted: string) => (event: string) =>
      event === wanted || event === `${wanted}:latest` || event.startsWith(`${wanted} `);
    const first = events.findIndex(is(before));
    const last = events.findLastIndex(is(after));
    const facts = { events: events.slice(0, 50) };
    if (first < 0)
      return { outcome: "fail", message: `In this session there was no ${code(before)}.`, facts };
    if (last < 0) return { outcome: "fail", message: `In this session there was no ${code(after)}.`, facts };
    if (first < last)
      return { outcome: "pass", message: `${code(before)} came before ${code(after)}.`, facts };
    return { outcome: "fail", message: `${code(after)} came before ${code(before)}.`, facts };
  },
});
