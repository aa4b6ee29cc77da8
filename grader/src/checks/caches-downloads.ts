import { notSimulated } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { editSchema } from "../edit.ts";
import { causeOf } from "../look/place.ts";
import { secondBuild } from "../look/second-build.ts";
import { code } from "../look/words.ts";

/** After the edit a package manager finds its downloads again in a cache mount. */
export const cachesDownloads: Check = defineCheck({
  name: "cachesDownloads",
  needs: "image",
  summary: "after the edit at most that many packages are downloaded again",
  parameters: z.strictObject({ edit: editSchema, step: z.string(), atMost: z.number() }),
  evaluate(subject, { edit, step, atMost }): Finding {
    const second = secondBuild(subject, edit, step);
    if (second.finding) return second.finding;
    const again = second.matches.find(({ status }) => status === "DONE");
    if (!again)
      return {
        outcome: "pass",
        message: `${code(step)} is CACHED after the edit, so nothing is downloaded.`,
      };
    const lines = again.log.flatMap(({ text }) => text.split("\n"));
    const loaded = lines.filter((line) =>
      /^\s*(?:Downloading |Get:\d+ |\(\d+\/\d+\) Installing )/.test(line),
    ).length;
    const cached = lines.some((line) => /^\s*Using cached /.test(line));
    if (loaded === 0 && !cached)
      throw notSimulated("which packages this step downloads", "The real one would tell in its log.");
    const { instruction } = again.step;
    if (loaded <= atMost)
      return {
        outcome: "pass",
        message: `After the edit ${loaded} packages are downloaded again.`,
        facts: { loaded },
      };
    return {
      outcome: "fail",
      message: `After the edit ${code(instruction.original)} (line ${instruction.range.start.line}) downloads ${loaded} packages again; at most ${atMost} were asked.`,
      cause: causeOf(subject, instruction),
      facts: { loaded },
    };
  },
});
