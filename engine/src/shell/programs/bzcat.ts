import type { Program } from "../process.ts";
import { withArgv } from "../with-argv.ts";
import { bzip2 } from "./bzip2.ts";

export const bzcat: Program = {
  name: "bzcat",
  run: (process, flavour) =>
    bzip2.run(withArgv(process, [process.argv[0] ?? "bzcat", "-dc", ...process.argv.slice(1)]), flavour),
};
