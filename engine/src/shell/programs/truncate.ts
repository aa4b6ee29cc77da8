import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { gnuQuote } from "../gnu-quote.ts";
import { complain, refuse } from "../options.ts";
import type { Program } from "../process.ts";
import { readCount } from "../read-count.ts";
import { tool } from "../tool.ts";
import { at, isEntry, statOf } from "../tree.ts";

const LARGEST = 32 << 20;

export const truncate: Program = tool(
  "truncate",
  { flags: "co", values: "sr", long: { size: "s", "no-create": "c", reference: "r" } },
  (process, options, flavour) => {
    const word = options.value("s") ?? "";
    const number =
      flavour === "busybox" && word.startsWith("+") ? undefined : readCount(word.replace(/^[<>/%]/, ""));
    if (!options.has("s") && !options.has("r"))
      refuse(
        process,
        flavour,
        "you must specify either '--size' or '--reference'".replaceAll(/'([^']*)'/g, "‘$1’"),
      );
    if (options.operands.length === 0) refuse(process, flavour, "missing file operand");
    if (number === undefined)
      return complain(
        process,
        flavour,
        flavour === "gnu" ? `Invalid number: ‘${word}’` : `invalid number '${word}'`,
      );
    let status = 0;
    for (const name of options.operands) {
      const entry = statOf(process, name);
      if (!isEntry(entry) && options.has("c")) continue;
      const old = isEntry(entry) && entry.kind === "file" ? entry.content : Content.of("");
      const size = Math.max(0, /^[-+]/.test(word) ? old.size + number : number);
      const bytes = new Uint8Array(Math.min(size, LARGEST));
      bytes.set((old.bytes ?? new Uint8Array()).subarray(0, bytes.length));
      // A large file of zeros is known without its bytes.
      const content = size > LARGEST ? Content.declared(size, `zeros ${old.digest}`) : Content.of(bytes);
      const errno = process.files.write(at(process, name), content, 0o666 & ~process.umask);
      if (errno)
        status = complain(
          process,
          flavour,
          flavour === "gnu"
            ? `cannot open ${gnuQuote(name)} for writing: ${strerror[errno]}`
            : `${name}: open: ${strerror[errno]}`,
        );
    }
    return status;
  },
);
