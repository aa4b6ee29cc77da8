import { copyTree, type CopyStyle } from "../copy-tree.ts";
import { pairsOf } from "../destination.ts";
import type { Options } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

const LONG = {
  recursive: "r",
  archive: "a",
  force: "f",
  "no-clobber": "n",
  update: "u",
  verbose: "v",
  link: "l",
  "symbolic-link": "s",
  dereference: "L",
  "no-dereference": "P",
  "target-directory": "t",
  "no-target-directory": "T",
  preserve: "p",
  interactive: "i",
  parents: "D",
};

/** Of -i and -n the last counts. */
const lastOf = (options: Options): string | undefined =>
  options.order.findLast((letter) => letter === "i" || letter === "n");

export const cp: Program = tool(
  "cp",
  { flags: "rRafnuvlsLPHTpdix", values: "t", long: LONG, lacks: "bSZ" },
  (process, options, flavour) => {
    const pairs = pairsOf(process, flavour, options);
    if (typeof pairs === "number") return pairs;
    const archive = options.has("a");
    const recursive = archive || options.has("r") || options.has("R");
    const style: CopyStyle = {
      process,
      flavour,
      recursive,
      preserve: archive || options.has("p"),
      follow: options.has("L")
        ? "all"
        : options.has("H")
          ? "named"
          : recursive || options.has("P") || options.has("d")
            ? "none"
            : "all",
      force: options.has("f"),
      noClobber: lastOf(options) === "n",
      ask: lastOf(options) === "i",
      update: options.has("u"),
      verbose: options.has("v"),
      link: options.has("l") ? "hard" : options.has("s") ? "symbolic" : undefined,
      failed: false,
    };
    for (const [source, target] of pairs) copyTree(style, source, target);
    return style.failed ? 1 : 0;
  },
);
