import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, missingOperand, refuse } from "../options/options.ts";
import type { Process, Program } from "../process.ts";
import { isNoMoment, mayBeDate, parseDate } from "../time/parse-date.ts";
import { tool } from "../options/tool.ts";
import { at, isEntry, statOf } from "../tree/tree.ts";
import { isKernelPath } from "../streams/open-file.ts";

const seconds = (process: Process): number => Math.floor(process.kernel.now() / 1000);

export const touch: Program = tool(
  "touch",
  {
    flags: "acmhf",
    values: "drt",
    long: { "no-create": "c", date: "d", reference: "r", "no-dereference": "h" },
  },
  (process, options, flavour) => {
    if (options.operands.length === 0) {
      if (flavour === "gnu") {
        complain(process, flavour, "missing file operand");
        process.stderr.write("Try 'touch --help' for more information.\n");
        return 1;
      }
      missingOperand(process, flavour);
    }
    const sources = ["d", "t", "r"].filter((letter) => options.has(letter)).join("");
    if (sources.length > 1 && sources !== "dr")
      refuse(process, flavour, "cannot specify times from more than one source");
    let time = seconds(process);
    const asked = options.value("d");
    const stamp = options.value("t");
    const reference = options.value("r");
    if (asked !== undefined || stamp !== undefined) {
      const isNone = flavour === "gnu" && isNoMoment(asked ?? stamp ?? "");
      const parsed = isNone ? undefined : parseDate(asked ?? stamp ?? "", time, stamp !== undefined);
      if (parsed === undefined && !isNone && flavour === "gnu" && asked !== undefined && mayBeDate(asked))
        throw notSimulated(`the date ${asked}`, "understand it, if it is one");
      if (parsed === undefined)
        return complain(
          process,
          flavour,
          flavour === "gnu"
            ? `invalid date format ${gnuQuote(asked ?? stamp ?? "")}`
            : `invalid date '${asked ?? stamp}'`,
        );
      time = parsed;
    }
    if (reference !== undefined) {
      const entry = statOf(process, reference);
      if (!isEntry(entry))
        return complain(
          process,
          flavour,
          `failed to get attributes of ${gnuQuote(reference)}: ${strerror[entry]}`,
        );
      time = entry.mtime;
    }
    let status = 0;
    for (const name of options.operands) {
      const path = at(process, name);
      const entry = statOf(process, name);
      let errno = isEntry(entry) ? process.files.touch(path, time) : entry;
      if (errno === "ENOENT" && options.has("c")) continue;
      if (errno === "ENOENT" && name !== "" && !isKernelPath(path)) {
        errno = process.files.write(path, Content.of(""), 0o666 & ~process.umask);
        if (errno === undefined) process.files.touch(path, time);
      }
      if (errno) {
        const words = strerror[errno === "EISDIR" ? "ENOENT" : errno];
        status = complain(
          process,
          flavour,
          flavour === "gnu"
            ? `${isEntry(entry) ? "setting times of" : "cannot touch"} ${gnuQuote(name)}: ${words}`
            : `${name}: ${words}`,
        );
      }
    }
    return status;
  },
);
