import { followGrowth } from "../wait/follow-growth.ts";
import { lastBytes, lines } from "../text/cut-text.ts";
import { cannotOpen, cantOpen, inputFiles } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { isEntry, statOf } from "../tree/tree.ts";
import { wantedPart } from "../options/wanted-part.ts";
import { shortCount, strayCount, withArgv } from "../with-argv.ts";

const inner: Program = tool(
  "tail",
  {
    flags: "qvzfF",
    values: "ncs",
    long: { lines: "n", bytes: "c", quiet: "q", silent: "q", verbose: "v", follow: "f", retry: "F" },
  },
  (process, options, flavour) => {
    const wanted = wantedPart(process, options, flavour);
    if (!wanted) return 1;
    const { bytes, word, count } = wanted;
    const fromStart = word.startsWith("+");
    const operands = options.operands.length === 0 ? ["-"] : options.operands;
    // busybox counts what it could open.
    const opened =
      flavour === "gnu"
        ? operands
        : operands.filter((name) => name === "-" || isEntry(statOf(process, name)));
    const titled = options.has("v") || (opened.length > 1 && !options.has("q"));
    // Nothing to show and nothing to wait for: GNU's does not even look.
    if (flavour === "gnu" && count === 0 && !fromStart && !options.has("f") && !options.has("F")) return 0;
    let status = 0;
    let first = true;
    for (const name of operands) {
      const {
        files: [file],
        failed,
      } = inputFiles(process, flavour, [name], flavour === "gnu" ? cannotOpen : cantOpen);
      if (failed || !file) {
        status = 1;
        continue;
      }
      if (titled)
        process.stdout.write(`${first ? "" : "\n"}==> ${name === "-" ? "standard input" : name} <==\n`);
      first = false;
      const size = Math.abs(count);
      process.stdout.write(
        bytes
          ? lastBytes(file.text, count, fromStart)
          : lines(file.text, (all) =>
              fromStart ? all.slice(Math.max(0, size - 1)) : size === 0 ? [] : all.slice(-size),
            ),
      );
    }
    if (flavour === "busybox" && opened.length === 0) complain(process, flavour, "no files");
    if ((options.has("f") || options.has("F")) && operands[0] !== "-" && status === 0)
      followGrowth(process, operands, flavour, options.has("F"));
    return status;
  },
);

export const tail: Program = {
  name: "tail",
  run(process, flavour) {
    const stray = flavour === "gnu" ? strayCount(process.argv, "tail") : undefined;
    if (stray !== undefined) return complain(process, flavour, `option used in invalid context -- ${stray}`);
    // busybox takes it as the first word alone, and any later one for an option that it lacks.
    const argv = shortCount(process.argv, "+");
    const isFirst = flavour === "gnu" || /^[-+]\d/.test(process.argv[1] ?? "");
    return inner.run(isFirst ? withArgv(process, argv) : process, flavour);
  },
};
