import { notSimulated } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { editSchema } from "../edit.ts";
import { causeOf } from "../look/words/place.ts";
import { secondBuild } from "../look/build/second-build.ts";
import { code, plural } from "../look/words/words.ts";

/** After the edit a package manager finds its downloads again in a cache mount. */
export const cachesDownloads: Check = defineCheck({
  name: "cachesDownloads",
  topic: "cache",
  needs: "image",
  summary: "after the edit at most that many packages are downloaded again",
  parameters: z.strictObject({
    edit: editSchema.check(z.describe("what is edited before the second build")),
    step: z
      .string()
      .check(
        z.describe(
          "a program that the step ran, such as `pip install`, or what it copied, such as `COPY requirements.txt`",
        ),
      ),
    atMost: z.number().check(z.describe("packages that may be downloaded again")),
  }),
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
    // pip tells of each package's metadata before it tells of the package.
    const loaded = lines.filter((line) =>
      /^\s*(?:Downloading (?!\S+\.metadata\b)|Get:\d+ |\(\d+\/\d+\) Installing )/.test(line),
    ).length;
    const cached = lines.some((line) => /^\s*Using cached /.test(line));
    if (loaded === 0 && !cached)
      throw notSimulated("which packages this step downloads", "The real one would tell in its log.");
    const { instruction } = again.step;
    if (loaded <= atMost)
      return {
        outcome: "pass",
        message: `After the edit ${plural(loaded, "package")} ${loaded === 1 ? "is" : "are"} downloaded again.`,
        facts: { loaded },
      };
    return {
      outcome: "fail",
      message: `After the edit ${code(instruction.original)} (line ${instruction.range.start.line}) downloads ${plural(loaded, "package")} again; at most ${atMost} were asked.`,
      cause: causeOf(subject, instruction),
      facts: { loaded },
    };
  },
});
