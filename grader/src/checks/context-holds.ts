import { matchGlob } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { sentContext, withFolders } from "../look/build/context.ts";
import { ruleThatDrops } from "../look/build/dropping-rule.ts";
import { code, listed } from "../look/words/words.ts";
import { fileStateSchema } from "../rubric/file-state.ts";

/** These files reach the builder. */
export const contextHolds: Check = defineCheck({
  name: "contextHolds",
  topic: "context",
  needs: "files",
  summary: "the builder is sent files that match each of these",
  parameters: z.strictObject({
    paths: z
      .array(z.string())
      .check(z.describe("paths or globs below the context; each must match a file that is sent")),
    extra: z
      .optional(fileStateSchema)
      .check(z.describe("files that are laid into the context for this check alone")),
  }),
  evaluate(subject, { paths, extra }): Finding {
    const context = sentContext(subject, extra);
    const all = context.sent.flatMap(withFolders);
    const missing = paths.filter(
      (wanted) => !all.some((path) => matchGlob(wanted.replace(/^\.?\/|\/+$/g, ""), path)),
    );
    const facts = { sent: context.sent.length, missing };
    const [first] = missing;
    if (first === undefined)
      return { outcome: "pass", message: `The builder is sent ${listed(paths.map(code))}.`, facts };
    const blamed = ruleThatDrops(context, first);
    const why = blamed
      ? `: ${code(blamed.text)} on line ${blamed.line} of ${code(context.ignoreName ?? "")} leaves it out`
      : "";
    return {
      outcome: "fail",
      message: `The builder is not sent ${listed(missing.map(code), 4, "or")}${why}.`,
      cause: blamed?.cause,
      facts,
    };
  },
});
