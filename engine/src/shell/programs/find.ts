import { strerror } from "../../vfs/errno.ts";
import type { Entry } from "../../vfs/entry.ts";
import type { Visit } from "../find/format-visit.ts";
import { FindProblem, parseFind } from "../find/parse-find.ts";
import { gnuQuote } from "../gnu-quote.ts";
import { complain } from "../options.ts";
import type { Program } from "../process.ts";
import { at, below, isEntry } from "../tree.ts";

export const find: Program = {
  name: "find",
  run(process, flavour) {
    const args = process.argv.slice(1).filter((word) => !/^-[HLPO]\d*$/.test(word));
    const start = args.findIndex((word) => /^[-(!,)]/.test(word) && word !== "-");
    const names = start < 0 ? args : args.slice(0, start);
    let failed = false;
    try {
      const plan = parseFind(process, flavour, start < 0 ? [] : args.slice(start));
      const visit = (name: string, depth: number): void => {
        const entry: Entry | keyof typeof strerror = process.files.lstat(
          at(process, name).replace(/(.)\/$/, "$1"),
        );
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
        const here: Visit = { name, entry, depth, prune: false };
        if (!plan.depthFirst && depth >= plan.minDepth) plan.test(here);
        if (entry.kind === "directory" && !here.prune && depth < plan.maxDepth) {
          const children = process.files.list(at(process, name));
          if (typeof children === "string") {
            failed = true;
            complain(
              process,
              flavour,
              flavour === "gnu" ? `‘${name}’: ${strerror[children]}` : `${name}: ${strerror[children]}`,
            );
          } else for (const child of children) visit(below(name, child), depth + 1);
        }
        if (plan.depthFirst && depth >= plan.minDepth) plan.test(here);
      };
      for (const name of names.length === 0 ? ["."] : names) visit(name, 0);
      plan.finish();
      return failed || plan.failed() ? 1 : 0;
    } catch (stop) {
      if (!(stop instanceof FindProblem)) throw stop;
      complain(process, flavour, stop.message);
      return 1;
    }
  },
};
