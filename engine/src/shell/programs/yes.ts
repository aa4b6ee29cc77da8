import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

/** Writes until its reader has had enough. busybox's takes no options. */
export const yes: Program = {
  name: "yes",
  run(process, flavour) {
    const write = (words: readonly string[]): never => {
      const line = `${words.join(" ") || "y"}\n`;
      const chunk = line.repeat(Math.ceil(8192 / line.length));
      for (;;) {
        process.kernel.spend(1);
        process.stdout.write(chunk);
      }
    };
    if (flavour === "busybox") return write(process.argv.slice(1));
    return tool("yes", {}, (_, { operands }) => write(operands)).run(process, flavour);
  },
};
