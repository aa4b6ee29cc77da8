import { EngineError } from "../../core/engine-error.ts";
import { givenTabs } from "../text/given-tabs.ts";
import { inputFiles, nameAndReason, nameOrReadError } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { nextStop } from "../text/tab-stops.ts";
import { tool } from "../options/tool.ts";

const MOST = 100_000;

export const expand: Program = tool(
  "expand",
  { flags: "i0123456789,", values: "t", long: { tabs: "t", initial: "i" } },
  (process, options, flavour) => {
    const tabs = givenTabs(process, options, flavour);
    if (typeof tabs === "string") return complain(process, flavour, tabs);
    const { files, failed } = inputFiles(
      process,
      flavour,
      options.operands,
      flavour === "gnu" ? nameAndReason : nameOrReadError,
    );
    let column = 0;
    let initial = true;
    for (const { text } of files) {
      let out = "";
      for (const character of text) {
        if (character === "\t" && (initial || !options.has("i"))) {
          const stop = nextStop(tabs, column) ?? column + 1;
          if (stop - column > MOST) throw new EngineError("LIMIT", { what: "columns of a tab", limit: MOST });
          out += " ".repeat(stop - column);
          process.kernel.spend((stop - column) >> 6);
          column = stop;
          continue;
        }
        out += character;
        column = character === "\n" ? 0 : character === "\b" ? Math.max(0, column - 1) : column + 1;
        initial = character === "\n" || (initial && (character === " " || character === "\t"));
      }
      process.kernel.spend(text.length >> 8);
      process.stdout.write(out);
    }
    return failed ? 1 : 0;
  },
);
