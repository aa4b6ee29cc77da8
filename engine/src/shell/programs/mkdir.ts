import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { changeMode } from "../tree/mode.ts";
import { complain, missingOperand } from "../options/options.ts";
import type { Process, Program } from "../process.ts";
import { isKernelPath } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";
import { at, isDirectory } from "../tree/tree.ts";

function make(process: Process, name: string, mode: number): string | undefined {
  const path = at(process, name).replace(/(.)\/$/, "$1");
  const errno = name === "" || isKernelPath(path) ? "ENOENT" : process.files.mkdir(path, mode);
  return errno && strerror[errno];
}

export const mkdir: Program = tool(
  "mkdir",
  { flags: "pvZ", values: "m", long: { parents: "p", verbose: "v", mode: "m" } },
  (process, options, flavour) => {
    if (options.operands.length === 0) missingOperand(process, flavour);
    const asked = options.value("m");
    const mode = asked === undefined ? 0o777 & ~process.umask : changeMode(asked, 0o777, true, process.umask);
    if (mode === undefined)
      return complain(
        process,
        flavour,
        flavour === "gnu" ? `invalid mode ${gnuQuote(asked ?? "")}` : `invalid mode '${asked}'`,
      );
    let status = 0;
    for (const name of options.operands) {
      const parts = options.has("p")
        ? [...name.matchAll(/[^/]+/g)].map((part) => name.slice(0, part.index + part[0].length))
        : [name];
      for (const [i, part] of parts.entries()) {
        const last = i === parts.length - 1;
        process.kernel.spend(part.length >> 5);
        if (options.has("p") && isDirectory(process, part)) continue;
        const words = make(process, part, last ? mode : (0o777 & ~process.umask) | 0o300);
        if (words !== undefined) {
          const blocked = !last && words === strerror.EEXIST;
          status = complain(
            process,
            flavour,
            flavour === "gnu"
              ? `cannot create directory ${gnuQuote(options.has("p") && words === strerror.ENOTDIR ? (parts[i - 1] ?? part) : part)}: ${blocked ? strerror.ENOTDIR : words}`
              : `can't create directory '${last ? name : part}': ${words}`,
          );
          break;
        }
        if (options.has("v"))
          process.stdout.write(
            flavour === "gnu"
              ? `mkdir: created directory ${gnuQuote(part)}\n`
              : `created directory: '${part}'\n`,
          );
      }
    }
    return status;
  },
);
