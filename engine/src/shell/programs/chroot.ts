import { strerror } from "../../vfs/errno.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { runCommand } from "../run-command.ts";
import { tool } from "../options/tool.ts";
import { at, isEntry, statOf } from "../tree/tree.ts";

const FAILED = 125;

/** Into `/` is as good as nowhere; another root would need a second view of the files. */
export const chroot: Program = tool(
  "chroot",
  { stopEarly: true, lacks: "*", refusal: FAILED },
  (process, options, flavour) => {
    const [root, ...argv] = options.operands;
    if (root === undefined) return missingOperand(process, flavour, undefined, FAILED);
    const entry = statOf(process, root);
    const errno = isEntry(entry) ? (entry.kind === "directory" ? undefined : "ENOTDIR") : entry;
    if (errno !== undefined || process.credentials.uid !== 0) {
      const words = strerror[errno ?? "EPERM"];
      complain(
        process,
        flavour,
        flavour === "gnu"
          ? `cannot change root directory to ${gnuQuote(root)}: ${words}`
          : `can't change root directory to '${root}': ${words}`,
      );
      return flavour === "gnu" ? FAILED : 1;
    }
    const real = process.files.realpath(at(process, root));
    if (typeof real === "string" || real.path !== "/")
      throw notSimulated(`a root other than /: chroot ${root}`, `run the command as if ${root} were /`);
    return runCommand(process, flavour, argv.length > 0 ? argv : ["/bin/sh", "-i"], { cwd: "/" });
  },
);
