import { missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

export const dirname: Program = tool(
  "dirname",
  { flags: "z", long: { zero: "z" } },
  (process, options, flavour) => {
    const { operands } = options;
    if (
      operands.length === 0 ||
      (flavour === "busybox" && process.argv.length > 2 + Number(process.argv[1] === "--"))
    )
      missingOperand(process, flavour);
    for (const name of operands) {
      const trimmed = name.replace(/(.)\/+$/, "$1");
      const at = trimmed.lastIndexOf("/");
      process.stdout.write(
        `${at < 0 ? "." : trimmed.slice(0, at).replace(/\/+$/, "") || "/"}${options.has("z") ? "\0" : "\n"}`,
      );
    }
    return 0;
  },
);
