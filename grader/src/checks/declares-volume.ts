import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { notHere } from "../look/words/not-here.ts";
import { causeOf, lastInstruction, lineOf } from "../look/words/place.ts";
import { tidy } from "../look/files/tidy.ts";
import { code, listed } from "../look/words/words.ts";

/** The config declares a volume at that path. */
export const declaresVolume: Check = defineCheck({
  name: "declaresVolume",
  topic: "settings",
  needs: "image",
  summary: "the image declares a volume there",
  parameters: z.strictObject({ path: z.string().check(z.describe("where the volume is mounted")) }),
  evaluate(subject, { path }): Finding {
    const volumes = Object.keys(imageOfSubject(subject).config.config.Volumes ?? {}).sort();
    const facts = { volumes };
    if (volumes.some((each) => tidy(each) === tidy(path)))
      return { outcome: "pass", message: `The image declares a volume at ${code(path)}.`, facts };
    const result = subject.build();
    const line = lastInstruction(subject, result, ({ kind }) => kind === "VOLUME");
    const other = notHere(subject, result, ({ kind }) => kind === "VOLUME", "VOLUME");
    const has = volumes.length > 0 ? `it declares ${listed(volumes.map(code))}` : "it declares none";
    return {
      outcome: "fail",
      message: `The image declares no volume at ${code(path)}, ${has}${line ? `: ${lineOf(line)}` : other.why}.`,
      cause: causeOf(subject, line) ?? other.cause,
      facts,
    };
  },
});
