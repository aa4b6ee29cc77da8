import { strerror } from "../../vfs/errno.ts";
import { complain, missingOperand } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";
import { at, isEntry, lstatOf } from "../tree.ts";

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
    },
  },
  (process, options, flavour) => {
    if (options.operands.length === 0) missingOperand(process, flavour);
    let status = 0;
    const end = options.has("n") ? "" : "\n";
    for (const name of options.operands) {
      if (options.has("f") || options.has("e") || options.has("m")) {
        const real = process.files.realpath(at(process, name));
        const missing = typeof real !== "string" && options.has("e") && !process.files.exists(real.path);
        if (typeof real === "string" && !options.has("m")) status = 1;
        else if (missing) status = 1;
        else process.stdout.write(`${typeof real === "string" ? at(process, name) : real.path}${end}`);
        continue;
      }
      const entry = lstatOf(process, name);
      if (isEntry(entry) && entry.kind === "symlink") process.stdout.write(`${entry.target}${end}`);
      else {
        status = 1;
        if (options.has("v"))
          complain(process, flavour, `${name}: ${isEntry(entry) ? strerror.EINVAL : strerror[entry]}`);
      }
    }
    return status;
  },
);
