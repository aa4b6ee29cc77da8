import type { Entry } from "../../vfs/entry.ts";
import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { humanBlocks } from "../tree/listing.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at, below, isEntry } from "../tree/tree.ts";

/** Disk use in blocks of 4 KiB, as on overlay over ext4; hard links count once. */
export const du: Program = tool(
  "du",
  {
    flags: "shcakmbxL0S",
    values: "d",
    long: {
      summarize: "s",
      "human-readable": "h",
      total: "c",
      all: "a",
      "max-depth": "d",
      "apparent-size": "A",
      bytes: "b",
    },
  },
  (process, options, flavour) => {
    const unit = options.has("b") ? 1 : options.has("m") ? 1 << 20 : 1024;
    const depth = options.has("s") ? 0 : Number(options.value("d") ?? Infinity);
    const seen = new Set<object>();
    const shown = (bytes: number): string =>
      options.has("h") ? humanBlocks(bytes, flavour) : String(Math.ceil(bytes / unit));
    const own = (entry: Entry): number =>
      entry.kind === "directory"
        ? 4096 + (entry.bulk?.bytes ?? 0)
        : entry.kind === "file"
          ? options.has("b")
            ? entry.content.size
            : Math.ceil(entry.content.size / 4096) * 4096
          : 0;
    const walk = (name: string, entry: Entry, level: number): number => {
      process.kernel.spend(1);
      if (entry.kind === "file" && entry.links > 1) {
        if (seen.has(entry.inode)) return 0;
        seen.add(entry.inode);
      }
      let size = own(entry);
      if (entry.kind === "directory")
        for (const [child, below_] of [...entry.children].reverse())
          size += walk(below(name, child), below_, level + 1);
      if (level <= depth && (entry.kind === "directory" || options.has("a") || level === 0))
        process.stdout.write(`${shown(size)}\t${name}\n`);
      return size;
    };
    let status = 0;
    let total = 0;
    for (const name of options.operands.length === 0 ? ["."] : options.operands) {
      const entry = process.files.lstat(at(process, name).replace(/(.)\/$/, "$1"));
      if (isEntry(entry)) total += walk(name, entry, 0);
      else
        status = complain(
          process,
          flavour,
          flavour === "gnu"
            ? `cannot access ${gnuQuote(name)}: ${strerror[entry]}`
            : `${name}: ${strerror[entry]}`,
        );
    }
    if (options.has("c")) process.stdout.write(`${shown(total)}\ttotal\n`);
    return status;
  },
);
