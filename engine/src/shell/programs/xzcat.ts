import type { Program } from "../process.ts";
import { withArgv } from "../with-argv.ts";
import { xz } from "./xz.ts";

export const xzcat: Program = {
  name: "xzcat",
  run: (process, flavour) =>
    xz.run(withArgv(process, [process.argv[0] ?? "xzcat", "-dc", ...process.argv.slice(1)]), flavour),
};
