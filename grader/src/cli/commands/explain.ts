import type { Command } from "../words/command.ts";

export const explain: Command = {
  name: "explain",
  operands: ["LESSON", "SUBMISSION", "CRITERION"],
  summary: "All that was seen for one criterion: both builds side by side, the layers, the file",
  options: [],
  async run(words) {
    (await import("../single/bring-runtimes.ts")).bringRuntimes();
    const { explain: tell } = await import("../reports/explain.ts");
    return tell(words.operand(0), words.operand(1), words.operand(2));
  },
};
