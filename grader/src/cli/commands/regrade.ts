import type { Command } from "../words/command.ts";
import { failUnderOption, overridesOption, quietOption, readFailUnder } from "../words/common-options.ts";
import { readRecipient, readSinks, reportOptions } from "../reports/report-options.ts";

export const regrade: Command = {
  name: "regrade",
  operands: ["REPORT.ndjson"],
  summary: "New points from what a report stored, no submission needed; lists every grade that fell",
  about: [
    "Without --rubric and --overrides it writes the same reports in other formats. Decisions of earlier",
    "--overrides stay. What a changed criterion asks is judged from the stored facts where they tell, and is",
    "to be reviewed where they do not.",
  ],
  options: [
    { name: "rubric", value: "FILE", summary: "the rubric.yaml to grade by." },
    overridesOption,
    ...reportOptions,
    failUnderOption,
    quietOption,
  ],
  async run(words) {
    const { regradeAll } = await import("../reports/regrade.ts");
    return regradeAll({
      reports: words.operand(0),
      rubric: words.value("rubric"),
      overrides: words.value("overrides"),
      sinks: readSinks(words),
      to: readRecipient(words),
      failUnder: readFailUnder(words),
      quiet: words.has("quiet"),
    });
  },
};
