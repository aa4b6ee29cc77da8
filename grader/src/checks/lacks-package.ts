import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { installedVersion } from "../look/packages/packages.ts";
import { packageStep } from "../look/packages/package-step.ts";
import { baseFrom, causeOf, lineOf } from "../look/words/place.ts";
import { code } from "../look/words/words.ts";

/** The image's own package database does not know the package. */
export const lacksPackage: Check = defineCheck({
  name: "lacksPackage",
  topic: "packages",
  needs: "image",
  summary: "the image's package database does not know the package",
  parameters: z.strictObject({
    manager: z.enum(["apt", "apk", "pip", "npm"]).check(z.describe("whose packages")),
    package: z.string().check(z.describe("the package's name in that manager")),
  }),
  evaluate(subject, { manager, package: name }): Finding {
    const actual = installedVersion(imageOfSubject(subject).tree, manager, name);
    if (actual === undefined)
      return { outcome: "pass", message: `${manager} does not know a package ${code(name)} in the image.` };
    const step = packageStep(subject, manager, name);
    const origin =
      step?.kind === "brought" ? step.vertex.step.instruction : baseFrom(subject, subject.build());
    const how = step?.kind === "brought" ? "installs it" : "brings it along";
    return {
      outcome: "fail",
      message: `${code(name)} is in the image, in version ${actual}${origin ? `: ${lineOf(origin)} ${how}` : ""}.`,
      cause: causeOf(subject, origin),
      facts: { version: actual, fromBase: step?.kind !== "brought" },
    };
  },
});
