import type { Command } from "../words/command.ts";
import { quietOption } from "../words/common-options.ts";
import { UsageError } from "../exit-status.ts";

const PLATFORMS = ["moodle", "canvas", "html"] as const;

export const feedback: Command = {
  name: "feedback",
  operands: ["REPORT.ndjson", "DIR"],
  summary: "One page a learner, in the layout that the learning platform takes back",
  about: [
    "moodle: zip the folder and give it to “Upload multiple feedback files in a zip”. canvas: zip it and give it to",
    "“Upload submissions”. html: pages named after the submissions. Grades go with --report moodle or canvas.",
  ],
  options: [
    {
      name: "to",
      value: "PLATFORM",
      summary: `${PLATFORMS.join(", ")}; without it html.`,
      choices: () => PLATFORMS,
    },
    {
      name: "submissions",
      value: "PATH",
      summary:
        "what was downloaded from Canvas, the zip or its folder: feedback goes back under the names in it.",
    },
    quietOption,
  ],
  async run(words) {
    const { feedback: write } = await import("../reports/feedback.ts");
    const platform = PLATFORMS.find((each) => each === (words.value("to") ?? "html"));
    if (!platform) throw new UsageError(`--to expects ${PLATFORMS.join(", ")}`);
    return write({
      reports: words.operand(0),
      folder: words.operand(1),
      platform,
      submissions: words.value("submissions"),
      quiet: words.has("quiet"),
    });
  },
};
