import type { Command } from "../words/command.ts";
import { exit } from "../exit-status.ts";
import { writeAll } from "../output/write-all.ts";

export const schema: Command = {
  name: "schema",
  operands: ["rubric|report"],
  summary: "JSON Schema of rubric.yaml, for editors, or of a report, for whoever reads one",
  options: [],
  async run(words) {
    const made =
      words.operand(0) === "rubric"
        ? (await import("../../authoring/rubric-json-schema.ts")).rubricJsonSchema()
        : (await import("../../report-json-schema.ts")).reportJsonSchema();
    writeAll(1, `${JSON.stringify(made, null, 2)}\n`);
    return exit.graded;
  },
};
