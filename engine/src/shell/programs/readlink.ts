import { type Errno, strerror } from "../../vfs/errno.ts";
import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at, isEntry, lstatOf } from "../tree/tree.ts";

export const readlink: Program = tool(
  "readlink",
  {
    flags: "fenmqsvz",
    long: {
      canonicalize: "f",
      "canonicalize-existing": "e",
      "canonicalize-missing": "m",
      "no-newline": "n",
      verbose: "v",
      quiet: "q",
      silent: "s",
      zero: "z",
    },
  },
  (process, options, flavour) => {
    const { operands } = options;
    if (operands.length === 0 || (flavour === "busybox" && operands.length > 1))
      missingOperand(process, flavour);
    const isBare = options.has("n") && operands.length === 1;
    if (options.has("n") && !isBare)
      complain(process, flavour, "ignoring --no-newline with multiple arguments");
    let status = 0;
    const end = isBare ? "" : options.has("z") ? "\0" : "\n";
    const refused = (name: string, errno: Errno): void => {
      status = 1;
      if (options.has("v")) complain(process, flavour, `${name}: ${strerror[errno]}`);
    };
    for (const name of options.operands) {
      if (options.has("f") || options.has("e") || options.has("m")) {
        const real = process.files.realpath(at(process, name));
        const missing = typeof real !== "string" && options.has("e") && !process.files.exists(real.path);
        if (typeof real === "string" && !options.has("m")) refused(name, real);
        else if (missing) refused(name, "ENOENT");
        else process.stdout.write(`${typeof real === "string" ? at(process, name) : real.path}${end}`);
        continue;
      }
      const entry = lstatOf(process, name);
      if (isEntry(entry) && entry.kind === "symlink") process.stdout.write(`${entry.target}${end}`);
      else refused(name, isEntry(entry) ? "EINVAL" : entry);
    }
    return status;
  },
);
