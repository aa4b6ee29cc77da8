import { copyTree, type CopyStyle } from "../tree/copy-tree.ts";
import { type Pairs, pairsOf } from "../tree/destination.ts";
import { complain, type Options } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at, below, isDirectory, isEntry, statOf } from "../tree/tree.ts";

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

/** With `--parents` each source keeps its whole path below the target, and the folders on the way are made as they are. */
function belowTarget(process: Process, flavour: Flavour, options: Options): Pairs | number {
  const target = options.value("t") ?? options.operands.at(-1) ?? "";
  if (options.operands.length > 1 && !isDirectory(process, target)) {
    if (flavour === "busybox")
      return complain(process, flavour, `can't create directory '${target}/': Not a directory`);
    if (options.operands.length === 2) {
      complain(process, flavour, "with --parents, the destination must be a directory");
      process.stderr.write("Try 'cp --help' for more information.\n");
      return 1;
    }
  }
  const pairs = pairsOf(process, flavour, options);
  if (typeof pairs === "number") return pairs;
  return pairs.map(([source]) => {
    const parts = source.split("/").filter((part) => part !== "" && part !== ".");
    for (let depth = 1; depth < parts.length; depth++) {
      const name = parts.slice(0, depth).join("/");
      const made = below(target, name);
      const model = statOf(process, (source.startsWith("/") ? "/" : "") + name);
      if (isEntry(model) && !isDirectory(process, made))
        process.files.mkdir(at(process, made), flavour === "gnu" ? model.mode : 0o777 & ~process.umask);
    }
    return [source, below(target, parts.join("/"))] as const;
  });
}

export const cp: Program = tool(
  "cp",
  { flags: "rRafnuvlsLPHTpdix", values: "t", long: LONG, lacks: "bSZ" },
  (process, options, flavour) => {
    const pairs = options.has("D")
      ? belowTarget(process, flavour, options)
      : pairsOf(process, flavour, options);
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
