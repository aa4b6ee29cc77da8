import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { looseInPackageJson } from "../look/packages/package-json.ts";
import { looseInRequirements } from "../look/packages/requirements.ts";
import { code, listed } from "../look/words/words.ts";

/** Every direct dependency has an exact version. */
export const pinsDependencies: Check = defineCheck({
  name: "pinsDependencies",
  topic: "packages",
  needs: "files",
  summary: "every direct dependency is exact",
  parameters: z.strictObject({
    manager: z.enum(["pip", "npm"]).check(z.describe("whose list of dependencies")),
    file: z
      .optional(z.string())
      .check(z.describe("the list, where it is not `requirements.txt` or `package.json`")),
  }),
  evaluate(subject, { manager, file = manager === "pip" ? "requirements.txt" : "package.json" }): Finding {
    const text = subject.text(file);
    if (text === undefined)
      return {
        outcome: "fail",
        message: `There is no ${code(file)} in the submission.`,
        facts: { missing: true },
      };
    const loose =
      manager === "pip"
        ? looseInRequirements(file, (path) => subject.text(path))
        : looseInPackageJson(file, text);
    const [first] = loose;
    if (!first)
      return { outcome: "pass", message: `Every dependency in ${code(file)} has an exact version.` };
    const { line } = first;
    return {
      outcome: "fail",
      message: `${listed(loose.map(({ text }) => code(text)))} in ${code(first.file)} (line ${line}) ${loose.length === 1 ? "names" : "name"} no exact version.`,
      cause: {
        file: first.file,
        range: { start: { line, column: 1 }, end: { line, column: first.text.length + 1 } },
      },
      facts: { loose: loose.length },
    };
  },
});
