import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { contentOf } from "./bytes-text.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";
import { at } from "../tree/tree.ts";

/** busybox's `dos2unix` and `unix2dos`: files are changed in place, standard input goes to standard output. */
export const lineEndingsAs = (name: string, ending: "\n" | "\r\n"): Program =>
  tool(name, { flags: "ud" }, (process, options, flavour) => {
    if (flavour === "gnu")
      throw notSimulated(name, "convert line endings and tell about each file that it has converted");
    const end = options.order.at(-1) === "u" ? "\n" : options.order.at(-1) === "d" ? "\r\n" : ending;
    const converted = (text: string): string => {
      process.kernel.spend(text.length >> 8);
      // Every carriage return goes, wherever it stands.
      return text.replaceAll("\r", "").replaceAll("\n", end);
    };
    if (options.operands.length === 0) {
      process.stdout.write(converted(process.stdin.rest()));
      return 0;
    }
    for (const file of options.operands) {
      const read = readText(process, file);
      if (typeof read === "string")
        return complain(process, flavour, `can't open '${file}': ${strerror[read]}`);
      const errno = process.files.write(at(process, file), contentOf(converted(read.text)));
      if (errno) return complain(process, flavour, `can't create '${file}': ${strerror[errno]}`);
    }
    return 0;
  });
