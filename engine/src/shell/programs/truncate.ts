import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readCount } from "../options/read-count.ts";
import { tool } from "../options/tool.ts";
import { at, isEntry, sizeOf, statOf } from "../tree/tree.ts";

const LARGEST = 32 << 20;

export const truncate: Program = tool(
  "truncate",
  { flags: "co", values: "sr", long: { size: "s", "no-create": "c", reference: "r" } },
  (process, options, flavour) => {
    const word = options.value("s") ?? "";
    const gnu = flavour === "gnu";
    const read = (size: string): number | undefined =>
      !gnu && size.startsWith("+") ? undefined : readCount(gnu ? size.replace(/^\s*[<>/%]/, "") : size);
    if (!gnu && options.operands.length === 0) refuse(process, flavour, "missing file operand");
    const wrong = options.values("s").find((size) => read(size) === undefined);
    if (wrong !== undefined)
      return complain(process, flavour, gnu ? `Invalid number: ‘${wrong}’` : `invalid number '${wrong}'`);
    const number = read(word) ?? 0;
    const [, how = ""] = /^\s*([-+<>/%]?)/.exec(word) ?? [];
    const reference = options.value("r");
    if (reference !== undefined && options.has("s") && how === "")
      refuse(process, flavour, "you must specify a relative ‘--size’ with ‘--reference’");
    if (/[/%]/.test(how) && number === 0) return complain(process, flavour, "division by zero");
    if (!options.has("s") && !options.has("r"))
      refuse(
        process,
        flavour,
        "you must specify either '--size' or '--reference'".replaceAll(/'([^']*)'/g, "‘$1’"),
      );
    if (options.operands.length === 0) refuse(process, flavour, "missing file operand");
    const model = reference === undefined ? undefined : statOf(process, reference);
    if (model !== undefined && !isEntry(model))
      return complain(process, flavour, `cannot stat ‘${reference}’: ${strerror[model]}`);
    const sizeAfter = (old: number): number => {
      const base = model ? sizeOf(model) : old;
      if (!options.has("s")) return base;
      if (how === "-" || how === "+") return base + number;
      if (how === "<") return Math.min(base, number);
      if (how === ">") return Math.max(base, number);
      if (how === "/") return base - (base % number);
      return how === "%" ? Math.ceil(base / number) * number : number;
    };
    let status = 0;
    for (const name of options.operands) {
      const entry = statOf(process, name);
      if (!isEntry(entry) && options.has("c")) continue;
      const old = isEntry(entry) && entry.kind === "file" ? entry.content : Content.of("");
      const size = Math.max(0, sizeAfter(old.size));
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
