import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, type Options, refuse } from "../options/options.ts";
import type { Flavour, Process } from "../process.ts";
import { below, isDirectory, isEntry, lastPart, statOf } from "./tree.ts";

/** Pairs of source and target that `cp`, `mv`, `ln` and `install` were asked for. */
export type Pairs = readonly (readonly [source: string, target: string])[];

/** Reads `SOURCE… TARGET`: with several sources, or a target that is a directory, each goes below it. @returns a status where the command line cannot be followed */
export function pairsOf(process: Process, flavour: Flavour, options: Options, noun = "file"): Pairs | number {
  const names = [...options.operands];
  const folder = options.value("t");
  const asFile = options.has("T");
  if (names.length === 0) refuse(process, flavour, `missing ${noun} operand`);
  if (folder === undefined && names.length === 1)
    refuse(process, flavour, `missing destination file operand after ${gnuQuote(names[0] ?? "")}`);
  const target = folder ?? names.pop() ?? "";
  if (asFile && names.length > 1) refuse(process, flavour, `extra operand ${gnuQuote(names[1] ?? "")}`);
  const into = !asFile && (folder !== undefined || isDirectory(process, target));
  if (folder !== undefined || names.length > 1) {
    if (!isDirectory(process, target)) {
      const entry = statOf(process, target);
      const words = isEntry(entry) ? strerror.ENOTDIR : strerror[entry];
      if (flavour === "busybox")
        return complain(
          process,
          flavour,
          isEntry(entry)
            ? `'${target}' is not a directory`
                .replace(" is not a directory", ": Not a directory")
                .replace(/^'(.*)': /, "target '$1': ")
            : `can't create '${target}': ${words}`,
        );
      return complain(
        process,
        flavour,
        folder === undefined
          ? `target ${gnuQuote(target)}: ${words}`
          : `target directory ${gnuQuote(target)}: ${words}`,
      );
    }
  }
  return names.map((name) => [name, into ? below(target, lastPart(name)) : target] as const);
}
