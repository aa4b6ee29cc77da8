import { Content } from "../../vfs/content.ts";
import { strerror } from "../../vfs/errno.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readCount } from "../options/read-count.ts";
import { tool } from "../options/tool.ts";
import { at, isEntry, statOf } from "../tree/tree.ts";

/** Makes room for a file. Nothing is written, so its bytes are declared and not held. */
export const fallocate: Program = tool(
  "fallocate",
  { values: "lo", long: { length: "l", offset: "o" }, lacks: "cdinpvxz" },
  (process, options, flavour) => {
    const [name, extra] = options.operands;
    if (name === undefined) return complain(process, flavour, "no filename specified");
    if (extra !== undefined) return complain(process, flavour, "unexpected number of arguments");
    const word = options.value("l");
    if (word === undefined) return complain(process, flavour, "no length argument specified");
    const length = readCount(word);
    const offset = readCount(options.value("o") ?? "0");
    if (length === undefined || length <= 0 || offset === undefined)
      return refuse(process, flavour, "invalid length value specified");
    const entry = statOf(process, name);
    const before = isEntry(entry) && entry.kind === "file" ? entry.content : undefined;
    const size = Math.max(length + offset, before?.size ?? 0);
    if (before?.size === size) return 0;
    const content =
      before === undefined || before.size === 0
        ? Content.declared(size, `fallocate of ${size} bytes`)
        : Content.declared(size, `fallocate of ${size} bytes after ${before.size} others`);
    const errno = process.files.write(at(process, name), content, 0o666 & ~process.umask);
    return errno ? complain(process, flavour, `cannot open ${name}: ${strerror[errno]}`) : 0;
  },
);
