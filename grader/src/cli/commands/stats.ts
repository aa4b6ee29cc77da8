import type { Command } from "../words/command.ts";

export const stats: Command = {
  name: "stats",
  operands: ["REPORT.ndjson"],
  summary: "A class in figures: per criterion pass rate, discrimination and hints taken",
  about: [
    "Discrimination is the correlation of a criterion's points with the points of all others, from -1 to 1. A",
    "criterion near 0 or below tells nothing about who has learned the lesson; look at its failures first.",
  ],
  options: [{ name: "json", summary: "the same as JSON." }],
  async run(words) {
    const { stats: tell } = await import("../reports/stats.ts");
    return tell(words.operand(0), words.has("json"));
  },
};
