import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { editedFile, editSchema } from "../edit.ts";
import { imageOfSubject } from "../look/image.ts";
import { looseInstall } from "../look/packages/loose-install.ts";
import { packageStep } from "../look/packages/package-step.ts";
import { installedVersion } from "../look/packages/packages.ts";
import { causeOf, lineOf } from "../look/words/place.ts";
import { code } from "../look/words/words.ts";
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
    edit: z
      .optional(editSchema)
      .check(z.describe("what is edited first: the image of the second build is looked at")),
  }),
  evaluate(subject, { manager, package: name, version, pinned, edit }): Finding {
    const image = edit === undefined ? imageOfSubject(subject) : subject.rebuild(edit).image;
    const after = edit === undefined ? "" : `After an edit to ${editedFile(edit)}, `;
    if (!image) return { outcome: "fail", message: `${after}the build fails.`, facts: { version: null } };
    const actual = installedVersion(image.tree, manager, name);
    const facts = { version: actual ?? null };
    const step =
      actual === undefined || version !== undefined ? packageStep(subject, manager, name) : undefined;
    const cause = causeOf(subject, step?.vertex.step.instruction);
    const line = step ? lineOf(step.vertex.step.instruction) : "";
    if (actual === undefined) {
      const why =
        step?.kind === "removed"
          ? `: ${line} removes it`
          : step
            ? `: ${line} installs it in a stage that the image is not made of`
            : "";
      return {
        outcome: "fail",
        message: `${after}${manager} does not know a package ${code(name)} in the image${why}.`,
        cause,
        facts: { ...facts, removed: step?.kind === "removed", elsewhere: step?.kind === "elsewhere" },
      };
    }
    if (version !== undefined && !matchesText(version, actual, (path) => subject.text(path), "equals"))
      return {
        outcome: "fail",
        message: `${after}${code(name)} is installed in version ${actual} and not in ${showText(version)}${step ? `: ${line} brings it` : ", from the base"}.`,
        cause,
        facts: { ...facts, otherVersion: true },
      };
    const loose = pinned === true ? looseInstall(subject, manager, name) : undefined;
    if (loose) return { ...loose, facts: { ...facts, loose: true } };
    return { outcome: "pass", message: `${after}${code(name)} is installed in version ${actual}.`, facts };
  },
});
