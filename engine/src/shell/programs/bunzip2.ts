import type { Program } from "../process.ts";
import { withArgv } from "../with-argv.ts";
import { bzip2 } from "./bzip2.ts";

export const bunzip2: Program = {
  name: "bunzip2",
  run: (process, flavour) =>
    bzip2.run(withArgv(process, [process.argv[0] ?? "bunzip2", "-d", ...process.argv.slice(1)]), flavour),
};
