import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { statDirective } from "../tree/stat-directive.ts";
import { unescapeText } from "../text/unescape-text.ts";
import { tool } from "../options/tool.ts";
import { isEntry, lstatOf, statOf } from "../tree/tree.ts";

/** A directive with its flags, width and precision, as printf has them. */
const DIRECTIVE = /%([-+ 0#']*)(\d*)(?:\.(\d+))?([HL]?[a-zA-Z])|%%/g;

/** What both show where nobody asks for a format; `device` of a device node only. */
const FULL = {
  gnu: (device: boolean): string =>
    `  File: %NAME\n  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F\nDevice: %Hd,%Ld\tInode: %-10i  Links: %${device ? "-5h Device type: %t,%T" : "h"}\nAccess: (%04a/%10.10A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)\nAccess: %x\nModify: %y\nChange: %z\n Birth: %w\n`,
  busybox: (device: boolean): string =>
    `  File: %NAME\n  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F\nDevice: %Dh/%dd\tInode: %-10i  Links: %${device ? "-5h Device type: %t,%T" : "h"}\nAccess: (%04a/%10.10A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)\nAccess: %x\nModify: %y\nChange: %z\n`,
} as const;
const TERSE = {
  gnu: "%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %W %o\n",
  busybox: "%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %o\n",
} as const;

export const stat: Program = tool(
  "stat",
  {
    flags: "Lft",
    values: "cp",
    long: { dereference: "L", format: "c", printf: "p", terse: "t", "file-system": "f" },
  },
  (process, options, flavour) => {
    if (options.operands.length === 0) missingOperand(process, flavour);
    if (options.has("f"))
      throw notSimulated("stat -f", "show blocks and inodes of the file system that the file is on");
    const format = options.value("c");
    const printf = options.value("p");
    let status = 0;
    for (const name of options.operands) {
      process.kernel.spend(8);
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
      const shownName =
        entry.kind !== "symlink"
          ? name
          : flavour === "gnu"
            ? `${name} -> ${entry.target}`
            : `'${name}' -> '${entry.target}'`;
      const template =
        printf !== undefined
          ? unescapeText(printf, "format", "gnu").text
          : format !== undefined
            ? `${format}\n`
            : options.has("t")
              ? TERSE[flavour]
              : FULL[flavour](entry.kind === "device").replace("%NAME", () =>
                  shownName.replaceAll("%", "%%"),
                );
      const text = template.replaceAll(
        DIRECTIVE,
        (whole, flags: string | undefined, width: string, precision: string | undefined, letter: string) => {
          if (whole === "%%") return "%";
          const value = statDirective(letter, process, name, entry, flavour);
          if (value === undefined) return flavour === "gnu" ? "?" : whole;
          const cut =
            precision !== undefined && /^[AFnNUG]$/.test(letter) ? value.slice(0, Number(precision)) : value;
          const size = Number(width || 0);
          if (flags?.includes("-")) return cut.padEnd(size);
          return cut.padStart(size, flags?.includes("0") && /^[-\da-f]+$/.test(cut) ? "0" : " ");
        },
      );
      process.stdout.write(text);
    }
    return status;
  },
);
