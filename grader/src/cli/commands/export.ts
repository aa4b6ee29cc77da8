import type { Command } from "../words/command.ts";
import { UsageError } from "../exit-status.ts";

const TARGETS = ["container-structure-test"];

export const exportCommand: Command = {
  name: "export",
  operands: ["LESSON"],
  summary: "What a real engine can confirm, for container-structure-test; prints what cannot be exported",
  options: [{ name: "to", value: "TOOL", summary: `${TARGETS.join(", ")}.`, choices: () => TARGETS }],
  async run(words) {
    const to = words.value("to") ?? TARGETS[0];
    if (to === undefined || !TARGETS.includes(to)) throw new UsageError(`--to expects ${TARGETS.join(", ")}`);
    const { exportLesson } = await import("../reports/export.ts");
    return exportLesson(words.operand(0));
  },
};
