import type { Command } from "../words/command.ts";

export const compare: Command = {
  name: "compare",
  operands: ["A.ndjson", "B.ndjson"],
  summary: "What changed between two runs: status, points, and the criteria that decided otherwise",
  options: [{ name: "json", summary: "a line of JSON for each submission that differs." }],
  async run(words) {
    const { compare: tell } = await import("../reports/compare.ts");
    return tell(words.operand(0), words.operand(1), words.has("json"));
  },
};
