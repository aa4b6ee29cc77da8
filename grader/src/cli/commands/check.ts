import type { Command } from "../command.ts";

export const check: Command = {
  name: "check",
  operands: ["[LESSON]..."],
  summary: "The authoring gate: is a rubric right about its own solution, start and recorded attempts?",
  about: ["Without LESSON, all below lessons/. Any failure is one line: path:line:column: message."],
  options: [
    {
      name: "mutate",
      summary:
        "lists small changes of the solution that keep every point although they build something else.",
    },
  ],
  async run(words) {
    (await import("../bring-runtimes.ts")).bringRuntimes();
    return (await import("../check.ts")).check(words.operands, words.has("mutate"));
  },
};
