import { givenTabs } from "../text/given-tabs.ts";
import { inputFiles, linesOf, nameAndReason, nameOrReadError } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { nextStop, type TabStops } from "../text/tab-stops.ts";
import { tool } from "../options/tool.ts";

/** Runs of blanks that reach a tab stop become tabs: leading ones, or with `all` every run of two or more. */
function packLine(line: string, tabs: TabStops, all: boolean): string {
  let out = "";
  let blanks = "";
  let column = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    if (character !== " " && character !== "\t") {
      if (!all) return out + blanks + line.slice(at);
      out += blanks + character;
      blanks = "";
      column += character === "\b" ? -Math.min(1, column) : 1;
      continue;
    }
    const stop = nextStop(tabs, column);
    // Behind the last stop nothing is made a tabulator any more.
    if (stop === undefined) return out + blanks + line.slice(at);
    column = character === "\t" ? stop : column + 1;
    if (column !== stop) blanks += character;
    else {
      // A single blank that ends on a stop stays one, unless another blank follows it.
      const alone = character === " " && blanks === "" && line[at + 1] !== " " && line[at + 1] !== "\t";
      out += alone ? " " : "\t";
      blanks = "";
    }
  }
  return out + blanks;
}

/** busybox's way: a blank alone that ends on a stop is a tab too; without `all` that holds for the first run of blanks. */
function packRuns(line: string, width: number, all: boolean): string {
  let column = 0;
  let isFirst = true;
  return line.replaceAll(/([ \t]+)|([^ \t]+)/g, (part, blanks: string | undefined) => {
    if (blanks === undefined) {
      column += [...part].length;
      return part;
    }
    const from = column;
    for (const blank of blanks) column += blank === "\t" ? width - (column % width) : 1;
    const packs = all || isFirst;
    isFirst = false;
    if (!packs) return part;
    const tabs = Math.floor(column / width) - Math.floor(from / width);
    return tabs === 0 ? part : "\t".repeat(tabs) + " ".repeat(column % width);
  });
}

export const unexpand: Program = tool(
  "unexpand",
  { flags: "af0123456789,", values: "t", long: { all: "a", "first-only": "f", tabs: "t" } },
  (process, options, flavour) => {
    const tabs = givenTabs(process, options, flavour);
    if (typeof tabs === "string") return complain(process, flavour, tabs);
    const { files, failed } = inputFiles(
      process,
      flavour,
      options.operands,
      flavour === "gnu" ? nameAndReason : nameOrReadError,
    );
    const all = (options.has("a") || options.has("t")) && !options.has("f");
    for (const { text } of files) {
      const lines = linesOf(text);
      process.kernel.spend(lines.length + (text.length >> 8));
      const packed = lines
        .map((line) => (flavour === "gnu" ? packLine(line, tabs, all) : packRuns(line, tabs.every, all)))
        .join("\n");
      process.stdout.write(packed + (text.endsWith("\n") ? "\n" : ""));
    }
    return failed ? 1 : 0;
  },
);
