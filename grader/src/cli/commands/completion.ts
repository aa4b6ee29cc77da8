import type { Command } from "../words/command.ts";
import { exit } from "../exit-status.ts";
import { writeAll } from "../output/write-all.ts";

export const completion: Command = {
  name: "completion",
  operands: ["bash|zsh|fish"],
  summary: "A script that completes commands, options and their values in this shell",
  about: ["bash: source <(drydock-grade completion bash). zsh: as _drydock-grade in a folder of $fpath."],
  options: [],
  async run(words, all) {
    const { completionScript, SHELLS } = await import("../completion/completion-script.ts");
    const shell = SHELLS.find((each) => each === words.operand(0));
    if (shell) writeAll(1, completionScript(shell, all));
    return exit.graded;
  },
};
