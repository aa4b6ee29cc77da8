import { strerror } from "../../vfs/errno.ts";
import { mayOverwrite } from "../tree/ask-overwrite.ts";
import { pairsOf } from "../tree/destination.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at, isEntry, lstatOf } from "../tree/tree.ts";

export const mv: Program = tool(
  "mv",
  {
    flags: "finuvT",
    values: "t",
    long: {
      force: "f",
      "no-clobber": "n",
      verbose: "v",
      update: "u",
      interactive: "i",
      "target-directory": "t",
      "no-target-directory": "T",
    },
    lacks: "bSZ",
  },
  (process, options, flavour) => {
    const pairs = pairsOf(process, flavour, options);
    if (typeof pairs === "number") return pairs;
    let status = 0;
    for (const [source, target] of pairs) {
      process.kernel.spend(1);
      const from = at(process, source).replace(/(.)\/$/, "$1");
      const to = at(process, target).replace(/(.)\/$/, "$1");
      const entry = lstatOf(process, source);
      if (!isEntry(entry)) {
        status = complain(
          process,
          flavour,
          flavour === "gnu"
            ? `cannot stat ${gnuQuote(source)}: ${strerror[entry]}`
            : `can't rename '${source}': ${strerror[entry]}`,
        );
        continue;
      }
      const there = process.files.lstat(to);
      const last = options.order.findLast((letter) => "fin".includes(letter));
      const told = flavour === "gnu" ? `renamed ${gnuQuote(source)}` : `'${source}'`;
      const tell = (): void => {
        const to = flavour === "gnu" ? gnuQuote(target) : `'${target}'`;
        if (options.has("v")) process.stdout.write(`${told} -> ${to}\n`);
      };
      const isKept =
        isEntry(there) &&
        (last === "n" ||
          (options.has("u") && there.mtime >= entry.mtime) ||
          (last === "i" && !mayOverwrite(process, flavour, target)));
      if (isKept) {
        if (flavour === "busybox") tell();
        continue;
      }
      if (isEntry(there) && there.kind === "file" && entry.kind === "file" && there.inode === entry.inode) {
        status = complain(process, flavour, `${gnuQuote(source)} and ${gnuQuote(target)} are the same file`);
        continue;
      }
      if (target.endsWith("/") && !isEntry(there) && entry.kind !== "directory") {
        status = complain(
          process,
          flavour,
          flavour === "gnu"
            ? `cannot move ${gnuQuote(source)} to ${gnuQuote(target)}: Not a directory`
            : `can't rename '${source}': Not a directory`,
        );
        continue;
      }
      const isOwnFolder = /(?:^|\/)\.{1,2}\/*$/.test(target);
      const errno = isOwnFolder ? "EBUSY" : process.files.rename(from, to);
      if (errno) {
        const words = strerror[errno];
        const gnu =
          errno === "EINVAL"
            ? `cannot move ${gnuQuote(source)} to a subdirectory of itself, ${gnuQuote(target)}`
            : errno === "ENOTDIR" && isEntry(there)
              ? `cannot overwrite non-directory ${gnuQuote(target)} with directory ${gnuQuote(source)}`
              : errno === "EISDIR"
                ? `cannot overwrite directory ${gnuQuote(target)} with non-directory`
                : `cannot move ${gnuQuote(source)} to ${gnuQuote(target)}: ${words}`;
        status = complain(process, flavour, flavour === "gnu" ? gnu : `can't rename '${source}': ${words}`);
      } else tell();
    }
    return status;
  },
);
