import type { Program } from "../process.ts";

/** Writes until its reader has had enough. */
export const yes: Program = {
  name: "yes",
  run(process) {
    const line = `${process.argv.slice(1).join(" ") || "y"}\n`;
    const chunk = line.repeat(Math.ceil(8192 / line.length));
    for (;;) {
      process.kernel.spend(1);
      process.stdout.write(chunk);
    }
  },
};
