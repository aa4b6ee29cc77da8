import type { Command } from "../words/command.ts";
import {
  failUnderOption,
  overridesOption,
  quietOption,
  readFailUnder,
  readTimeout,
  timeoutOption,
} from "../words/common-options.ts";
import { readRecipient, readSinks, reportOptions } from "../reports/report-options.ts";

export const grade: Command = {
  name: "",
  operands: ["LESSON", "SUBMISSION"],
  summary:
    "Grades one submission: a folder, a Dockerfile, a .zip, a .tar(.gz, .bz2, .xz), or an exported bundle (.json)",
  options: [...reportOptions, timeoutOption, failUnderOption, overridesOption, quietOption],
  async run(words) {
    const { gradeOne } = await import("../single/grade-one.ts");
    return gradeOne({
      lesson: words.operand(0),
      submission: words.operand(1),
      sinks: readSinks(words),
      to: readRecipient(words),
      failUnder: readFailUnder(words),
      limit: readTimeout(words),
      overrides: words.value("overrides"),
      quiet: words.has("quiet"),
    });
  },
};
