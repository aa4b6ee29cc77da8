import { strerror } from "../../vfs/errno.ts";
import { complain, missingOperand } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";
import { at } from "../tree.ts";

export const realpath: Program = tool(
  "realpath",
  {
    flags: "emsqz",
    long: {
      "canonicalize-existing": "e",
      "canonicalize-missing": "m",
      strip: "s",
      "no-symlinks": "s",
      quiet: "q",
    },
    lacks: "LP",
  },
  (process, options, flavour) => {
    if (options.operands.length === 0) missingOperand(process, flavour);
    let status = 0;
    for (const name of options.operands) {
      const real =
        name === ""
          ? "ENOENT"
          : options.has("s")
            ? { path: at(process, name) }
            : process.files.realpath(at(process, name));
      const errno =
        typeof real === "string"
          ? real
          : (options.has("e") || flavour === "busybox") && !process.files.exists(real.path)
            ? "ENOENT"
            : undefined;
      if (errno && !options.has("m")) status = complain(process, flavour, `${name}: ${strerror[errno]}`);
      else process.stdout.write(`${typeof real === "string" ? at(process, name) : real.path}\n`);
    }
    return status;
  },
);
