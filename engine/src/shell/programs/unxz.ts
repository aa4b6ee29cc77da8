import type { Program } from "../process.ts";
import { withArgv } from "../with-argv.ts";
import { xz } from "./xz.ts";

export const unxz: Program = {
  name: "unxz",
  run: (process, flavour) =>
    xz.run(withArgv(process, [process.argv[0] ?? "unxz", "-d", ...process.argv.slice(1)]), flavour),
};
