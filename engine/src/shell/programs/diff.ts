import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { formatTime } from "../civil-time.ts";
import { normalDiff, type Side, unifiedDiff } from "../diff/format-diff.ts";
import { lineChanges } from "../diff/line-changes.ts";
import { linesOf } from "../input-files.ts";
import { complain, type Options, refuse } from "../options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../tool.ts";
import { below, isDirectory, isEntry, lastPart, statOf } from "../tree.ts";

interface Loaded extends Side {
  readonly text: string;
  readonly label: string;
}

function load(process: Process, flavour: Flavour, options: Options, name: string): Loaded | undefined {
  const missing = options.has("N") && !isEntry(statOf(process, name)) && name !== "-";
  const read = missing
    ? { text: "" }
    : name === "-"
      ? { text: process.stdin.rest() }
      : readText(process, name);
  if (typeof read === "string") {
    complain(
      process,
      flavour,
      flavour === "gnu" ? `${name}: ${strerror[read]}` : `can't stat '${name}': ${strerror[read]}`,
    );
    return undefined;
  }
  const entry = name === "-" ? undefined : statOf(process, name);
  const time = missing ? 0 : entry && isEntry(entry) ? entry.mtime : process.kernel.now() / 1000;
  const label = flavour === "gnu" ? `${name}\t${formatTime("%Y-%m-%d %H:%M:%S.%N %z", time)}` : name;
  return {
    text: read.text,
    label,
    lines: linesOf(read.text),
    open: read.text !== "" && !read.text.endsWith("\n"),
  };
}

/** The lines as the options compare them. */
function compared(side: Loaded, options: Options): string[] {
  return side.lines.map((line, i) => {
    let text = side.open && i === side.lines.length - 1 ? `${line}\0` : line;
    if (options.has("w")) text = text.replaceAll(/\s+/g, "");
    else if (options.has("b")) text = text.replaceAll(/\s+/g, " ").replace(/ $/, "");
    return options.has("i") ? text.toLowerCase() : text;
  });
}

/** diffutils puts its name before the hint too. */
function refused(process: Process, flavour: Flavour, words: string): number {
  if (flavour === "busybox") return refuse(process, flavour, words);
  complain(process, flavour, words);
  complain(process, flavour, "Try 'diff --help' for more information.");
  return 2;
}

export const diff: Program = tool(
  "diff",
  {
    flags: "uqsaNibw",
    values: "UL",
    long: {
      unified: "U",
      brief: "q",
      "report-identical-files": "s",
      text: "a",
      "new-file": "N",
      "ignore-case": "i",
      "ignore-space-change": "b",
      "ignore-all-space": "w",
      label: "L",
    },
    lacks: "*",
  },
  (process, options, flavour) => {
    const [first, second, extra] = options.operands;
    if (first === undefined || second === undefined)
      return refused(process, flavour, `missing operand after '${first ?? process.argv.at(-1)}'`);
    if (extra !== undefined) return refused(process, flavour, `extra operand '${extra}'`);
    const [isLeft, isRight] = [isDirectory(process, first), isDirectory(process, second)];
    if (isLeft && isRight)
      throw notSimulated("diff of two folders", "it would compare every file that both of them hold");
    const names = [
      isLeft ? below(first, lastPart(second)) : first,
      isRight ? below(second, lastPart(first)) : second,
    ] as const;
    const [a, b] = names.map((name) => load(process, flavour, options, name));
    if (!a || !b) return 2;
    const changes = lineChanges(compared(a, options), compared(b, options), (steps) =>
      process.kernel.spend(steps),
    );
    if (changes.length === 0) {
      if (options.has("s")) process.stdout.write(`Files ${names[0]} and ${names[1]} are identical\n`);
      return 0;
    }
    if (options.has("q")) process.stdout.write(`Files ${names[0]} and ${names[1]} differ\n`);
    else if (a.text.includes("\0") || b.text.includes("\0")) {
      if (!options.has("a")) process.stdout.write(`Binary files ${names[0]} and ${names[1]} differ\n`);
    } else if (options.has("u") || options.has("U") || flavour === "busybox") {
      const labels = options.values("L");
      const context = Number(options.value("U") || 3);
      const head = `--- ${labels[0] ?? a.label}\n+++ ${labels[1] ?? b.label}\n`;
      process.stdout.write(head + unifiedDiff(a, b, changes, context));
    } else process.stdout.write(normalDiff(a, b, changes));
    return 1;
  },
);
