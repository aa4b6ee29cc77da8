import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { formatTime } from "../time/civil-time.ts";
import { normalDiff, type Side, unifiedDiff } from "../diff/format-diff.ts";
import { lineChanges } from "../diff/line-changes.ts";
import { linesOf } from "../text/input-files.ts";
import { complain, type Options, refuse } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";
import { at, below, isDirectory, isEntry, lastPart, statOf } from "../tree/tree.ts";

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
  const label =
    flavour === "gnu"
      ? `${name}\t${formatTime("%Y-%m-%d %H:%M:%S.%N %z", time)}`
      : missing
        ? "/dev/null"
        : name;
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

/** Compares two files and prints what differs. `title`: stands before the changes, where a walk through folders finds them. */
function compareFiles(
  process: Process,
  flavour: Flavour,
  options: Options,
  first: string,
  second: string,
  title = "",
): number {
  const [a, b] = [first, second].map((name) => load(process, flavour, options, name));
  // busybox ends with 1 where it has put a name together itself.
  if (!a || !b) return flavour === "gnu" || process.argv.includes(a ? second : first) ? 2 : 1;
  // busybox looks no further where both names are one.
  if (flavour === "busybox" && first === second) return 0;
  const changes = lineChanges(compared(a, options), compared(b, options), (steps) =>
    process.kernel.spend(steps),
  );
  if (changes.length === 0) {
    if (options.has("s")) process.stdout.write(`Files ${first} and ${second} are identical\n`);
    return 0;
  }
  if (options.has("r") && title !== "" && flavour === "gnu" && !options.has("q")) process.stdout.write(title);
  if (options.has("q")) process.stdout.write(`Files ${first} and ${second} differ\n`);
  else if (a.text.includes("\0") || b.text.includes("\0")) {
    if (!options.has("a")) process.stdout.write(`Binary files ${first} and ${second} differ\n`);
  } else if (options.has("u") || options.has("U") || flavour === "busybox") {
    const labels = options.values("L");
    const context = Number(options.value("U") || 3);
    const head = `--- ${labels[0] ?? a.label}\n+++ ${labels[1] ?? b.label}\n`;
    process.stdout.write(head + unifiedDiff(a, b, changes, context));
  } else process.stdout.write(normalDiff(a, b, changes));
  return 1;
}

/** Compares what two folders hold, names in order. */
function compareTrees(
  process: Process,
  flavour: Flavour,
  options: Options,
  first: string,
  second: string,
  inner = "",
): number {
  const namesIn = (folder: string): readonly string[] => {
    const names = process.files.list(at(process, folder));
    return typeof names === "string" ? [] : names;
  };
  const [ours, theirs] = [new Set(namesIn(first)), new Set(namesIn(second))];
  let status = 0;
  const only = (folder: string, name: string): void => {
    status = Math.max(status, 1);
    if (flavour === "gnu") {
      process.stdout.write(`Only in ${folder}: ${name}\n`);
      return;
    }
    if (isDirectory(process, below(folder, name)))
      throw notSimulated(
        "busybox diff -r of a folder that one side lacks",
        "tell of it and of what it holds",
      );
    // busybox names the way from the folder that was typed.
    const top = inner === "" ? folder : folder.slice(0, -inner.length);
    process.stdout.write(
      `Only in ${top.replace(/(.)\/$/, "$1")}: ${inner === "" ? "" : `${inner}/`}${name}\n`,
    );
  };
  for (const name of [...new Set([...ours, ...theirs])].toSorted((a, b) => (a < b ? -1 : 1))) {
    process.kernel.spend(1);
    const [a, b] = [below(first, name), below(second, name)];
    const [left, other] = [ours.has(name), theirs.has(name)];
    if (!(left && other) && !options.has("N")) {
      only(left ? first : second, name);
      continue;
    }
    const folders = [left && isDirectory(process, a), other && isDirectory(process, b)];
    if (folders[0] && folders[1])
      status = Math.max(
        status,
        compareTrees(process, flavour, options, a, b, inner === "" ? name : `${inner}/${name}`),
      );
    else if (folders[0] || folders[1]) {
      if (!(left && other))
        throw notSimulated("diff -N of a folder that one side lacks", "compare it with nothing");
      const kind = (isFolder: boolean | undefined): string => (isFolder ? "directory" : "regular file");
      process.stdout.write(`File ${a} is a ${kind(folders[0])} while file ${b} is a ${kind(folders[1])}\n`);
      status = Math.max(status, 1);
    } else {
      const typed = process.argv.slice(1).filter((word) => word.startsWith("-"));
      status = Math.max(
        status,
        compareFiles(process, flavour, options, a, b, `diff ${typed.join(" ")} ${a} ${b}\n`),
      );
    }
  }
  return status;
}

export const diff: Program = tool(
  "diff",
  {
    flags: "uqsaNibwr",
    values: "UL",
    long: {
      unified: "U",
      brief: "q",
      recursive: "r",
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
    if (isLeft && isRight) {
      if (options.has("r")) return compareTrees(process, flavour, options, first, second);
      throw notSimulated("diff of two folders", "it would compare every file that both of them hold");
    }
    return compareFiles(
      process,
      flavour,
      options,
      isLeft ? below(first, lastPart(second)) : first,
      isRight ? below(second, lastPart(first)) : second,
    );
  },
);
