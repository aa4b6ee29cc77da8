import { execBin } from "../packages/npm/exec-bin.ts";
import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";

/** `npx`: its own flags stand before the command, everything behind is the command's. */
export const npx: Program = {
  name: "npx",
  run(process) {
    const words = process.argv.slice(1);
    while (words[0]?.startsWith("-")) {
      const flag = words.shift() ?? "";
      if (flag === "--") break;
      if (flag === "-c" || flag === "--call") return execBin(process, [], words.shift() ?? "");
      if (!/^(?:-y|--yes|--no|--no-install|-q|--quiet|--silent)$/.test(flag))
        throw notSimulated(`npx ${flag}`, "do as it says");
    }
    return execBin(process, words, undefined);
  },
};
