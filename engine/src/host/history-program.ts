import { notSimulated } from "../core/engine-error.ts";
import type { Program } from "../shell/process.ts";
import { historyText } from "./history-text.ts";

/** bash's builtin: all lines that were typed, the last few, or `-c`, which forgets them. */
export const historyProgram = (station: { lines: readonly string[] }): Program => ({
  name: "history",
  run({ argv, stdout, stderr }) {
    const [, word, ...more] = argv;
    if (word === undefined) stdout.write(historyText(station.lines));
    else if (word === "-c") station.lines = [];
    else if (/^-[a-z]/.test(word)) throw notSimulated(`history ${word}`, "change the list of what was typed");
    else if (!/^\d+$/.test(word)) {
      stderr.write(`bash: history: ${word}: numeric argument required\n`);
      return 1;
    } else if (more.length > 0) {
      stderr.write("bash: history: too many arguments\n");
      return 1;
    } else stdout.write(historyText(station.lines, Number(word)));
    return 0;
  },
});
