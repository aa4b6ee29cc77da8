import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { installedVersion } from "../look/packages.ts";
import { causeOf, lineOf } from "../look/place.ts";
import { stepsOf } from "../look/step-pattern.ts";
import { code } from "../look/words.ts";
import { matchesText, showText, textSchema } from "../rubric/text.ts";

/** The image's own package database knows the package. */
export const installs: Check = defineCheck({
  name: "installs",
  topic: "packages",
  needs: "image",
  summary: "the image's package database knows the package, in that version",
  parameters: z.strictObject({
    manager: z.enum(["apt", "apk", "pip", "npm"]).check(z.describe("whose packages")),
    package: z.string().check(z.describe("the package's name in that manager")),
    version: z.optional(textSchema).check(z.describe("its version; a plain text must be equal")),
    pinned: z.optional(z.boolean()).check(z.describe("whether the Dockerfile has to name the version")),
  }),
  evaluate(subject, { manager, package: name, version, pinned }): Finding {
    const actual = installedVersion(imageOfSubject(subject).tree, manager, name);
    const facts = { version: actual ?? null };
    if (actual === undefined)
      return {
        outcome: "fail",
        message: `${manager} does not know a package ${code(name)} in the image.`,
        facts,
      };
    if (version !== undefined && !matchesText(version, actual, (path) => subject.text(path), "equals"))
      return {
        outcome: "fail",
        message: `${code(name)} is installed in version ${actual} and not in ${showText(version)}.`,
        facts,
      };
    if (pinned === true) {
      const naming = stepsOf(subject.build()).filter(({ step }) =>
        step.started.some(({ argv }) =>
          argv.some((word) => word === name || word.startsWith(`${name}=`) || word.startsWith(`${name}@`)),
        ),
      );
      const loose = naming.find(({ step }) => step.started.some(({ argv }) => argv.includes(name)));
      if (loose)
        return {
          outcome: "fail",
          message: `${lineOf(loose.step.instruction)} takes whatever version of ${code(name)} is the newest.`,
          cause: causeOf(subject, loose.step.instruction),
          facts,
        };
    }
    return { outcome: "pass", message: `${code(name)} is installed in version ${actual}.`, facts };
  },
});
