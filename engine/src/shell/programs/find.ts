import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import type { Entry } from "../../vfs/entry.ts";
import type { Visit } from "../find/format-visit.ts";
import { FindProblem } from "../find/find-problem.ts";
import { parseFind } from "../find/parse-find.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { busyboxUsage } from "../options/busybox-usage.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { at, below, isEntry } from "../tree/tree.ts";

/** Ends the walk: `-quit`. */
class Quit {
  readonly ends = true;
}

export const find: Program = {
  name: "find",
  run(process, flavour) {
    const words = process.argv.slice(1);
    // -P, -H and -L stand before the names, the last one counts; -O is about speed.
    const first = words.findIndex((word) => !/^-(?:[HLP]|O\d)$/.test(word));
    const how = (first < 0 ? words : words.slice(0, first)).findLast((word) => /^-[HLP]$/.test(word));
    const args = first < 0 ? [] : words.slice(first);
    const start = args.findIndex((word) => /^[-(!,)]/.test(word) && word !== "-");
    const names = start < 0 ? args : args.slice(0, start);
    let failed = false;
    try {
      const plan = parseFind(process, flavour, start < 0 ? [] : args.slice(start));
      const look = (name: string, depth: number): Entry | keyof typeof strerror => {
        const path = at(process, name).replace(/(.)\/$/, "$1");
        if (!(how === "-L" || plan.follow || (how === "-H" && depth === 0))) return process.files.lstat(path);
        const entry = process.files.stat(path);
        return isEntry(entry) ? entry : process.files.lstat(path);
      };
      const visit = (
        name: string,
        depth: number,
        above: readonly { readonly name: string; readonly entry: Entry }[],
      ): void => {
        const entry = look(name, depth);
        if (!isEntry(entry)) {
          failed = true;
          complain(
            process,
            flavour,
            flavour === "gnu"
              ? `${gnuQuote(name)}: ${strerror[entry]}`.replace(/^'/, "‘").replace(/':/, "’:")
              : `${name}: ${strerror[entry]}`,
          );
          return;
        }
        process.kernel.spend(1);
        const same = above.find((one) => one.entry === entry);
        if (same && entry.kind === "directory" && process.files.lstat(at(process, name)) !== entry) {
          if (flavour === "busybox") throw notSimulated("find -L in a loop of links", "go round in it");
          failed = true;
          complain(
            process,
            flavour,
            `File system loop detected; ‘${name}’ is part of the same file system loop as ‘${same.name}’.`,
          );
          return;
        }
        const here: Visit = { name, entry, depth, prune: false, quit: false };
        if (!plan.depthFirst && depth >= plan.minDepth) plan.test(here);
        if (here.quit) throw new Quit();
        if (entry.kind === "directory" && !here.prune && depth < plan.maxDepth) {
          const children = process.files.readdir(at(process, name));
          if (typeof children === "string") {
            failed = true;
            complain(
              process,
              flavour,
              flavour === "gnu" ? `‘${name}’: ${strerror[children]}` : `${name}: ${strerror[children]}`,
            );
          } else
            for (const child of children) visit(below(name, child), depth + 1, [...above, { name, entry }]);
        }
        if (plan.depthFirst && depth >= plan.minDepth) plan.test(here);
        if (here.quit) throw new Quit();
      };
      try {
        for (const name of names.length === 0 ? ["."] : names) visit(name, 0, []);
      } catch (quit) {
        if (!(quit instanceof Quit)) throw quit;
      }
      plan.finish();
      return failed || plan.failed() ? 1 : 0;
    } catch (stop) {
      if (!(stop instanceof FindProblem)) throw stop;
      complain(process, flavour, stop.message);
      if (stop.showsUsage) busyboxUsage(process);
      return 1;
    }
  },
};
