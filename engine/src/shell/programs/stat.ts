import { strerror } from "../../vfs/errno.ts";
import { formatTime } from "../civil-time.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { gnuQuote } from "../gnu-quote.ts";
import { permissions } from "../listing.ts";
import { complain, missingOperand } from "../options.ts";
import { groupName, userName } from "../owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";
import { isEntry, lstatOf, sizeOf, statOf } from "../tree.ts";
import { unescapeText } from "../text/unescape-text.ts";

const KIND = {
  file: "regular file",
  directory: "directory",
  symlink: "symbolic link",
  device: "character special file",
} as const;
const TIME = "%Y-%m-%d %H:%M:%S.%N %z";

export const stat: Program = tool(
  "stat",
  {
    flags: "Lft",
    values: "cp",
    long: { dereference: "L", format: "c", printf: "p", terse: "t", "file-system": "f" },
  },
  (process, options, flavour) => {
    if (options.operands.length === 0) missingOperand(process, flavour);
    const format = options.value("c");
    const printf = options.value("p");
    if (options.has("f") || (format === undefined && printf === undefined))
      throw notSimulated("stat without -c", "it would show inode, device and three times of the file");
    let status = 0;
    for (const name of options.operands) {
      const entry = options.has("L") ? statOf(process, name) : lstatOf(process, name);
      if (!isEntry(entry)) {
        status = complain(
          process,
          flavour,
          flavour === "gnu"
            ? `cannot statx ${gnuQuote(name)}: ${strerror[entry]}`
            : `can't stat '${name}': ${strerror[entry]}`,
        );
        continue;
      }
      const field = (letter: string): string => {
        switch (letter) {
          case "a":
            return entry.mode.toString(8);
          case "A":
            return permissions(entry);
          case "n":
            return name;
          case "N":
            return entry.kind === "symlink"
              ? `'${name}' -> '${entry.target}'`
              : flavour === "gnu"
                ? gnuQuote(name)
                : `'${name}'`.slice(1, -1);
          case "s":
            return String(sizeOf(entry));
          case "u":
            return String(entry.uid);
          case "g":
            return String(entry.gid);
          case "U":
            return userName(process, entry.uid) ?? "UNKNOWN";
          case "G":
            return groupName(process, entry.gid) ?? "UNKNOWN";
          case "F":
            return entry.kind === "file" && entry.content.size === 0
              ? "regular empty file"
              : KIND[entry.kind];
          case "h":
            return String(
              entry.kind === "file"
                ? entry.links
                : entry.kind === "directory"
                  ? 2 + [...entry.children.values()].filter(({ kind }) => kind === "directory").length
                  : 1,
            );
          case "Y":
          case "X":
          case "Z":
            return String(entry.mtime);
          case "y":
          case "x":
          case "z":
            return formatTime(TIME, entry.mtime);
          case "f":
            return (
              (entry.kind === "directory" ? 0o40000 : entry.kind === "symlink" ? 0o120000 : 0o100000) |
              entry.mode
            ).toString(16);
          case "b":
            return String(Math.ceil(sizeOf(entry) / 4096) * 8);
          case "B":
            return "512";
          case "o":
            return "4096";
          case "%":
            return "%";
          default:
            throw notSimulated(`stat's %${letter}`, "the real one knows it");
        }
      };
      const text = (
        printf === undefined ? (format ?? "") : unescapeText(printf, "format", "gnu").text
      ).replaceAll(/%[-0-9]*([a-zA-Z%])/g, (_, letter: string) => field(letter));
      process.stdout.write(printf === undefined ? `${text}\n` : text);
    }
    return status;
  },
);
