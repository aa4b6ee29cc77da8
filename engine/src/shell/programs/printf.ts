import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { formatText } from "../text/format-text.ts";

export const printf: Program = {
  name: "printf",
  run(process, flavour) {
    const [format, ...values] = process.argv[1] === "--" ? process.argv.slice(2) : process.argv.slice(1);
    if (format === undefined) {
      complain(process, flavour, "missing operand");
      process.stderr.write("Try 'printf --help' for more information.\n");
      return 1;
    }
    const { text, status } = formatText(format, values, flavour === "gnu" ? "gnu" : "ash", (words) =>
      complain(process, flavour, words),
    );
    process.stdout.write(text);
    return status;
  },
};
