import { strerror } from "../../vfs/errno.ts";
import { clean } from "../../vfs/path.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, refuse } from "../options/options.ts";
import type { Process, Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at, below, isDirectory, isEntry, lastPart, lstatOf, statOf } from "../tree/tree.ts";

/** The way from the folder of `link` to `target`. */
function relative(process: Process, target: string, link: string): string {
  const from = clean(at(process, link)).split("/").slice(1, -1);
  const to = clean(at(process, target)).split("/").slice(1);
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/") || ".";
}

export const ln: Program = tool(
  "ln",
  {
    flags: "sfnvrTiPL",
    values: "t",
    long: {
      symbolic: "s",
      force: "f",
      "no-dereference": "n",
      verbose: "v",
      relative: "r",
      "no-target-directory": "T",
      "target-directory": "t",
      physical: "P",
      logical: "L",
    },
    lacks: "bSdF",
  },
  (process, options, flavour) => {
    if (options.has("r") && !options.has("s"))
      return complain(process, flavour, "cannot do --relative without --symbolic");
    const names = [...options.operands];
    if (names.length === 0) refuse(process, flavour, "missing file operand");
    const folder = options.value("t");
    const last = folder ?? (names.length > 1 ? (names.pop() ?? "") : ".");
    const target = statOf(process, last);
    const isLink =
      isEntry(lstatOf(process, last)) && (lstatOf(process, last) as { kind: string }).kind === "symlink";
    const into =
      !options.has("T") && isEntry(target) && target.kind === "directory" && !(options.has("n") && isLink);
    if (!into && names.length > 1) {
      return complain(
        process,
        flavour,
        isEntry(target)
          ? `target ${gnuQuote(last)}: Not a directory`
          : `target ${gnuQuote(last)}: ${strerror[target]}`,
      );
    }
    let status = 0;
    for (const name of names) {
      const link = into ? below(last, lastPart(name)) : last;
      const path = at(process, link).replace(/(.)\/$/, "$1");
      const kind = options.has("s") ? "symbolic link" : "hard link";
      const cannot = (words: string): void => {
        const arrow =
          flavour === "gnu"
            ? `failed to create ${kind} ${gnuQuote(link)}${kind === "hard link" && words !== strerror.EEXIST ? ` => ${gnuQuote(name)}` : ""}: ${words}`
            : `${link}: ${words}`;
        status = complain(process, flavour, arrow);
      };
      if (!options.has("s")) {
        const source = lstatOf(process, name);
        if (!isEntry(source)) {
          status = complain(
            process,
            flavour,
            flavour === "gnu"
              ? `failed to access ${gnuQuote(name)}: ${strerror[source]}`
              : `${name}: ${strerror[source]}`,
          );
          continue;
        }
        if (source.kind === "directory") {
          status = complain(
            process,
            flavour,
            flavour === "gnu"
              ? `${name}: hard link not allowed for directory`
              : `${link}: Operation not permitted`,
          );
          continue;
        }
      }
      const [from, old] = [lstatOf(process, name), process.files.lstat(path)];
      if (options.has("f") && isEntry(from) && isEntry(old) && from === old && flavour === "gnu") {
        status = complain(process, flavour, `${gnuQuote(name)} and ${gnuQuote(link)} are the same file`);
        continue;
      }
      if (options.has("f") && isEntry(old)) {
        if (
          isDirectory(process, link) &&
          !(
            isEntry(lstatOf(process, link)) && (lstatOf(process, link) as { kind: string }).kind === "symlink"
          )
        ) {
          status = complain(process, flavour, `${link}: cannot overwrite directory`);
          continue;
        }
        process.files.unlink(path);
      }
      const text = options.has("r") ? relative(process, name, link) : name;
      const errno = options.has("s")
        ? process.files.symlink(text, path)
        : process.files.link(at(process, name), path);
      if (errno) cannot(strerror[errno]);
      else if (options.has("v"))
        process.stdout.write(
          flavour === "gnu"
            ? `${gnuQuote(link)} ${options.has("s") ? "->" : "=>"} ${gnuQuote(text)}\n`
            : `'${link}' -> '${text}'\n`,
        );
    }
    return status;
  },
);
