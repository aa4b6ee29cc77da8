import type { Command } from "../words/command.ts";
import { UsageError } from "../exit-status.ts";

export const check: Command = {
  name: "check",
  operands: ["[LESSON]..."],
  summary: "The authoring gate: is a rubric right about its own solution, start and recorded attempts?",
  about: ["Without LESSON, all below lessons/. Any failure is one line: path:line:column: message."],
  options: [
    {
      name: "mutate",
      summary:
        "also changes the solution in small ways: each has to lose a point, build the same, or be tolerated by the rubric with a reason.",
    },
    {
      name: "watch",
      summary:
        "looks at one LESSON whenever a file of it is saved, and shows all attempts and the mutants side by side.",
    },
  ],
  async run(words) {
    if (words.has("watch")) {
      const [folder, ...more] = words.operands;
      if (folder === undefined || more.length > 0) throw new UsageError("check --watch wants one LESSON");
      return (await import("../watch/watch.ts")).watchLesson(folder);
    }
    (await import("../single/bring-runtimes.ts")).bringRuntimes();
    return (await import("../gate/check.ts")).check(words.operands, words.has("mutate"));
  },
};
