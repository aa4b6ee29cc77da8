import { strerror } from "../../vfs/errno.ts";
import { copyUpBulk, eachEntry } from "../tree/each-entry.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { changeMode } from "../tree/mode.ts";
import { complain, missingOperand, Refusal, readOptions } from "../options/options.ts";
import type { Program } from "../process.ts";
import { isEntry, statOf } from "../tree/tree.ts";

const letters = (mode: number, special: number, on: string): string =>
  `${mode & 4 ? "r" : "-"}${mode & 2 ? "w" : "-"}${mode & 1 ? (special ? on : "x") : special ? on.toUpperCase() : "-"}`;
const shown = (mode: number): string =>
  `${mode.toString(8).padStart(4, "0")} (${letters(mode >> 6, mode & 0o4000, "s")}${letters(mode >> 3, mode & 0o2000, "s")}${letters(mode, mode & 0o1000, "t")})`;

export const chmod: Program = {
  name: "chmod",
  run(process, flavour) {
    try {
      // A mode such as `-x` is no option.
      const args = process.argv.slice(1);
      const isMode = (word: string): boolean => /^-[rwxXstugo]+(,|$)/.test(word);
      const minus = args.find((word) => isMode(word));
      const options = readOptions(
        process,
        flavour,
        {
          flags: "Rvcf",
          values: "e",
          long: {
            recursive: "R",
            verbose: "v",
            changes: "c",
            silent: "f",
            quiet: "f",
            reference: "e",
          },
        },
        args.filter((word) => word !== minus),
      );
      const reference = options.value("e");
      const operands = [...options.operands];
      if (minus === undefined && reference === undefined && operands.length === 0)
        missingOperand(process, flavour);
      const word = minus ?? (reference === undefined ? (operands.shift() ?? "") : "");
      if (operands.length === 0) missingOperand(process, flavour, word);
      const model = reference === undefined ? undefined : statOf(process, reference);
      if (changeMode(word, 0, false, process.umask) === undefined && model === undefined) {
        if (flavour === "busybox") return complain(process, flavour, `invalid mode '${word}'`);
        complain(process, flavour, `invalid mode: ${gnuQuote(word)}`);
        process.stderr.write(`Try '${process.argv[0]} --help' for more information.\n`);
        return 1;
      }
      let status = 0;
      const verbosity = options.order.findLast((letter) => letter === "v" || letter === "c");
      for (const name of operands) {
        const target = statOf(process, name);
        if (!isEntry(target)) {
          if (verbosity === "v" && flavour === "gnu")
            process.stdout.write(`${gnuQuote(name)} could not be accessed\n`);
          if (!options.has("f") || flavour === "busybox")
            complain(
              process,
              flavour,
              flavour === "gnu"
                ? `cannot access ${gnuQuote(name)}: ${strerror[target]}`
                : `${name}: ${strerror[target]}`,
            );
          status = 1;
          continue;
        }
        for (const { name: below, path, entry } of eachEntry(process, name, options.has("R"))) {
          if (entry.kind === "symlink" && below !== name) continue;
          const old = (entry.kind === "symlink" ? target : entry).mode;
          const kind = (entry.kind === "symlink" ? target : entry).kind;
          const mode =
            model !== undefined && isEntry(model)
              ? model.mode
              : (changeMode(
                  word,
                  old,
                  kind === "directory" && !(flavour === "busybox" && /^\d/.test(word)),
                  process.umask,
                ) ?? old);
          const errno = process.files.chmod(path, mode);
          if (!errno && options.has("R")) copyUpBulk(process, path, entry);
          if (errno)
            status = complain(
              process,
              flavour,
              flavour === "gnu"
                ? `changing permissions of ${gnuQuote(below)}: ${strerror[errno]}`
                : `${below}: ${strerror[errno]}`,
            );
          else if (flavour === "busybox") {
            if (options.has("v") || (options.has("c") && mode !== old))
              process.stdout.write(`mode of '${below}' changed to ${shown(mode)}\n`);
          } else if (mode !== old && verbosity !== undefined)
            process.stdout.write(`mode of ${gnuQuote(below)} changed from ${shown(old)} to ${shown(mode)}\n`);
          else if (verbosity === "v")
            process.stdout.write(`mode of ${gnuQuote(below)} retained as ${shown(old)}\n`);
        }
      }
      return status;
    } catch (stop) {
      if (stop instanceof Refusal) return stop.status;
      throw stop;
    }
  },
};
