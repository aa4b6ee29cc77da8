import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { find } from "../look/files/files.ts";
import { imageOfSubject } from "../look/image.ts";
import { causeOf, lineOf } from "../look/words/place.ts";
import { stepOfPath } from "../look/build/step-of-path.ts";
import { code, plural } from "../look/words/words.ts";

/** The merged view of the image holds nothing of that name. */
export const lacksFile: Check = defineCheck({
  name: "lacksFile",
  topic: "files",
  needs: "image",
  summary: "the image's view holds no such file",
  parameters: z.strictObject({
    path: z
      .string()
      .check(z.describe("a path, or a glob such as `/app/**/*.pyc`; `**` is any number of folders")),
  }),
  evaluate(subject, { path }): Finding {
    const found = find(imageOfSubject(subject).tree, path);
    const [first] = found;
    if (!first) return { outcome: "pass", message: `${code(path)} is not in the image.` };
    const origin = stepOfPath(subject, first.path);
    const more = found.length > 1 ? ` (and ${plural(found.length - 1, "more path")} like it)` : "";
    return {
      outcome: "fail",
      message: `${code(first.path)} is in the image${more}: ${origin ? `${lineOf(origin)} puts it there` : "it came with the base"}.`,
      cause: causeOf(subject, origin),
      evidence: found.slice(0, 8).map((entry) => ({ kind: "file", text: code(entry.path).slice(1, -1) })),
      facts: { count: found.length },
    };
  },
});
